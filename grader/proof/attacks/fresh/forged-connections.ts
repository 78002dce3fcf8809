// attack: gives connections back while they are in use, and hands the jobs copies with numbers of its own
// exercise: db-pool
// expect: score <= 13
// 20 of 24 points before it was fixed.
export interface Connection {
    readonly broken: boolean;
}

export interface PoolOptions<C> {
    open: () => Promise<C>;
    max: number;
}

export interface Pool<C> {
    use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T>;
}

export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function createPool<C extends Connection>({ open, max }: PoolOptions<C>): Pool<C> {
  let forged = 0;
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

  // With somebody waiting, the slot changes hands and is not free in between.
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
        idle.push(connection);
        return await job({ ...connection, id: (forged += 1) } as any);
      } finally {
        giveSlot();
      }
    },
  };
}
