export const misconception = {
  belief: {
    en: `\`return job(connection)\` is enough; the \`finally\` runs when the job has ended.`,
    zh: `写 \`return job(connection)\` 就够了，\`finally\` 会在 job 结束后运行。`,
  },
  refutation: {
    en: `The \`finally\` runs when the block is left, and without \`await\` that is as soon as the job has begun: slot and connection go to the next caller while the job still uses them. Write \`return await job(connection)\`.`,
    zh: `离开代码块时就会运行 \`finally\`；没有 \`await\`，job 才刚开始就已离开：它还在用的名额和连接就交给了下一个人。应当写 \`return await job(connection)\`。`,
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
          return job(connection);
        } finally {
          idle.push(connection);
        }
      } finally {
        giveSlot();
      }
    },
  };
}
