export const misconception = {
  belief: {
    en: `I count the slot as free and wake the first in the queue; it takes the slot then.`,
    zh: `我把名额记为空闲，再唤醒队首；它随后会拿走这个名额。`,
  },
  refutation: {
    en: `It wakes up a microtask later. Whoever calls \`use\` in between finds the slot free and takes it, and the first in the queue has to join it again at its end. Hand the slot over without counting it as free.`,
    zh: `它要过一个微任务才醒来。在这之间调用 \`use\` 的人看到名额空闲，就拿走了，而队首只好重新排到队尾。应当直接移交名额，不要先记为空闲。`,
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
    const over = performance.now() + timeoutMs;
    while (free === 0) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(enter), 1);
        reject(new TimeoutError(`No connection within ${timeoutMs} ms`));
      }, over - performance.now());
      waiting.push(enter);
      await promise;
    }
    free -= 1;
  };

  const giveSlot = (): void => {
    free += 1;
    waiting.shift()?.();
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
