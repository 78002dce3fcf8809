export const misconception = {
  belief: {
    en: 'Who has the least time left should be served first, so that fewer give up.',
    zh: '剩余时间最少的人应当先得到服务，这样放弃的人更少。',
  },
  refutation: {
    en: 'Then whoever is patient waits for ever on a busy day, because somebody in a hurry keeps coming. The contract is the order of the calls.',
    zh: '那么在繁忙的日子里，有耐心的人会永远等下去，因为总有赶时间的人来。约定是按调用的先后。',
  },
  read: '1.3-applications',
};

interface Connection {
  readonly broken: boolean;
}
interface PoolOptions<C> {
  open: () => Promise<C>;
  max: number;
}
interface Pool<C> {
  use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T>;
}

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function createPool<C extends Connection>({ open, max }: PoolOptions<C>): Pool<C> {
  const idle: C[] = [];
  const waiting: { until: number; enter: () => void }[] = [];
  let free = max;

  const takeSlot = async (timeoutMs: number): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const enter = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(place), 1);
      reject(new TimeoutError(`No connection within ${timeoutMs} ms`));
    }, timeoutMs);
    const place = { until: Date.now() + timeoutMs, enter };
    waiting.push(place);
    waiting.sort((a, b) => a.until - b.until);
    await promise;
  };

  const giveSlot = (): void => {
    const next = waiting.shift();
    if (next) next.enter();
    else free += 1;
  };

  const takeConnection = async (): Promise<C> => {
    for (;;) {
      const connection = idle.pop();
      if (!connection) return await open();
      if (!connection.broken) return connection;
    }
  };

  return {
    async use(job, timeoutMs) {
      await takeSlot(timeoutMs);
      try {
        const connection = await takeConnection();
        try {
          return await job(connection);
        } finally {
          idle.push(connection);
        }
      } finally {
        giveSlot();
      }
    },
  };
}
