export const misconception = {
  belief: {
    en: `The job resolves, and then I give the connection back.`,
    zh: `任务完成之后，我把连接还回去。`,
  },
  refutation: {
    en: `When the job fails, the line after its await is never reached: the slot is lost, and after \`max\` failures everybody waits for ever. Give it back in a \`finally\`.`,
    zh: `任务失败时，它的 await 之后那一行永远不会执行：名额就丢了，失败 \`max\` 次之后所有人都会永远等下去。应当在 \`finally\` 里归还。`,
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
      let connection: C;
      try {
        connection = await takeConnection();
      } catch (error) {
        giveSlot();
        throw error;
      }
      const result = await job(connection);
      idle.push(connection);
      giveSlot();
      return result;
    },
  };
}
