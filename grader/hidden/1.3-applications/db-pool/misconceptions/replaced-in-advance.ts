export const misconception = {
  belief: {
    en: 'A connection that broke must be replaced at once, so that the next caller finds one.',
    zh: '断开的连接要马上换新的，好让下一个调用者有连接可用。',
  },
  refutation: {
    en: 'Nobody may come for hours, and the database allows only a few connections. Meanwhile your caller waits for an opening that is not for it. Open one when somebody has a slot and none that works is idle.',
    zh: '也许几个小时都没有人来，而数据库只允许少数几个连接。这时你的调用者却在等一次与它无关的打开。有人拿到名额而没有可用的空闲连接时，再打开。',
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
  const waiting: (() => void)[] = [];
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
      waiting.splice(waiting.indexOf(enter), 1);
      reject(new TimeoutError(`No connection within ${timeoutMs} ms`));
    }, timeoutMs);
    waiting.push(enter);
    await promise;
  };

  const giveSlot = (): void => {
    const enter = waiting.shift();
    if (enter) enter();
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
          idle.push(connection.broken ? await open() : connection);
        }
      } finally {
        giveSlot();
      }
    },
  };
}
