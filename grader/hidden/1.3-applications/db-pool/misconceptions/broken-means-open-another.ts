export const misconception = {
  belief: {
    en: `If the connection that I take is broken, I open another one.`,
    zh: `取出的连接如果断了，我就另开一个。`,
  },
  refutation: {
    en: `One that works may lie idle behind it, and opening takes time. Go on through the idle ones, and open only when none of them works.`,
    zh: `它后面可能还有一个能用的空闲连接，而打开连接要花时间。继续往后找，空闲的都不能用时才打开。`,
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
    return connection && !connection.broken ? connection : await open();
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
