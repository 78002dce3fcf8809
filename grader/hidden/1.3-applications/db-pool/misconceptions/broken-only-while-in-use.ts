export const misconception = {
  belief: {
    en: `A connection breaks while a job uses it, so I look when it comes back.`,
    zh: `连接是在任务使用时断的，所以我在归还时检查。`,
  },
  refutation: {
    en: `The other side also hangs up on connections that nobody uses. One that was fine when it came back can be broken when it is taken; look at that moment.`,
    zh: `对方也会断开没人使用的连接。归还时还好好的，取用时可能已经断了；应当在取用时检查。`,
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
    const connection = idle.pop();
    if (!connection) return await open();
    return connection;
  };

  return {
    async use(job, timeoutMs) {
      await takeSlot(timeoutMs);
      try {
        const connection = await takeConnection();
        try {
          return await job(connection);
        } finally {
          if (!connection.broken) idle.push(connection);
        }
      } finally {
        giveSlot();
      }
    },
  };
}
