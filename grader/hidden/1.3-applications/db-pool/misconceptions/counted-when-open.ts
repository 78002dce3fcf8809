export const misconception = {
  belief: {
    en: `A connection counts from the moment it is open.`,
    zh: `连接打开之后才算数。`,
  },
  refutation: {
    en: `Between the look at the counter and the end of open() others look as well, and all of them see room. Count before you open; there must be no await between the look and the count.`,
    zh: `从查看计数到 open() 结束之间，别人也在查看，而且都看到还有空位。要在打开之前就计数；查看和计数之间不能有 await。`,
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
  const waiting: { give: (connection: C) => void; fail: (error: unknown) => void }[] = [];
  let opened = 0;

  const openAnother = async (): Promise<C> => {
    const connection = await open();
    opened += 1;
    return connection;
  };

  const serveNext = (): void => {
    const next = waiting.shift();
    if (next) openAnother().then(next.give, next.fail);
  };

  const acquire = async (timeoutMs: number): Promise<C> => {
    for (let connection = idle.pop(); connection; connection = idle.pop()) {
      if (!connection.broken) return connection;
      opened -= 1;
    }
    if (opened < max) {
      try {
        return await openAnother();
      } catch (error) {
        serveNext();
        throw error;
      }
    }
    return await new Promise((resolve, reject) => {
      const give = (connection: C): void => {
        clearTimeout(timer);
        resolve(connection);
      };
      const fail = (error: unknown): void => {
        clearTimeout(timer);
        reject(error);
        serveNext();
      };
      const waiter = { give, fail };
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1);
        reject(new TimeoutError(`No connection within ${timeoutMs} ms`));
      }, timeoutMs);
      waiting.push(waiter);
    });
  };

  const release = (connection: C): void => {
    if (connection.broken) {
      opened -= 1;
      serveNext();
      return;
    }
    const next = waiting.shift();
    if (next) next.give(connection);
    else idle.push(connection);
  };

  return {
    async use(job, timeoutMs) {
      const connection = await acquire(timeoutMs);
      try {
        return await job(connection);
      } finally {
        release(connection);
      }
    },
  };
}
