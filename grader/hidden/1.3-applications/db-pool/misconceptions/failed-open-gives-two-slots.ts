export const misconception = {
  belief: {
    en: `When open() fails I give the slot back there; the \`finally\` is for the job.`,
    zh: `open() 失败时，我当场归还名额；\`finally\` 是为 job 准备的。`,
  },
  refutation: {
    en: `The \`finally\` runs as well, so one slot comes back twice: from then on one job more than \`max\` runs at once. Give it back in one place, the \`finally\` around all that needs it.`,
    zh: `\`finally\` 也会运行，于是一个名额归还了两次：从那以后，同时运行的 job 会比 \`max\` 多一个。只在一处归还：包住所有需要名额的代码的那个 \`finally\`。`,
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
        const connection = await takeConnection().catch((error) => {
          free += 1;
          throw error;
        });
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
