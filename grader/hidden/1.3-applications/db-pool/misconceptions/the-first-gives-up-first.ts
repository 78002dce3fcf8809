export const misconception = {
  belief: {
    en: 'One timer is enough: who came first will also be the first to give up.',
    zh: '一个定时器就够了：先来的人也会先放弃。',
  },
  refutation: {
    en: 'Every caller brings a patience of its own. Behind somebody who can wait for an hour, a caller with 50 ms gives up after an hour, too. Give every waiter a timer, or arm the one for the soonest deadline of all.',
    zh: '每个调用者都有自己的耐心。前面的人能等一小时，后面只肯等 50 ms 的人也就要等一小时才放弃。给每个等待者一个定时器，或者让唯一的定时器对准所有期限中最早的那个。',
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
  const waiting: { until: number; turn: PromiseWithResolvers<void> }[] = [];
  let free = max;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const watchFirst = (): void => {
    clearTimeout(timer);
    const [first] = waiting;
    if (!first) return;
    timer = setTimeout(
      () => {
        waiting.shift();
        first.turn.reject(new TimeoutError('No connection in time'));
        watchFirst();
      },
      Math.max(0, first.until - Date.now()),
    );
  };

  const takeSlot = async (timeoutMs: number): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    waiting.push({ until: Date.now() + timeoutMs, turn });
    if (waiting.length === 1) watchFirst();
    await turn.promise;
  };

  const giveSlot = (): void => {
    const next = waiting.shift();
    watchFirst();
    if (next) next.turn.resolve();
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
