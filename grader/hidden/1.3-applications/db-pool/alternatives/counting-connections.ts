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

interface Caller<C> {
  run: (connection: C) => void;
  fail: (reason: unknown) => void;
  timer?: ReturnType<typeof setTimeout>;
}

/** No slots: it counts the connections that there are, and callers wait in a queue until one of them can be theirs. */
export function createPool<C extends Connection>({ open, max }: PoolOptions<C>): Pool<C> {
  let count = 0;
  let idle: C[] = [];
  const queue: Caller<C>[] = [];

  const serve = (): void => {
    while (queue.length > 0) {
      const working = idle.filter(({ broken }) => !broken);
      count -= idle.length - working.length;
      const connection = working.shift();
      idle = working;
      if (connection === undefined && count === max) return;
      const caller = queue.shift() as Caller<C>;
      clearTimeout(caller.timer);
      if (connection === undefined) connect(caller);
      else caller.run(connection);
    }
  };

  const connect = ({ run, fail }: Caller<C>): void => {
    count += 1;
    void Promise.try(open).then(run, (reason: unknown) => {
      count -= 1;
      fail(reason);
      serve();
    });
  };

  return {
    use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const caller: Caller<C> = {
          fail: reject,
          run(connection) {
            void Promise.try(job, connection)
              .then(resolve, reject)
              .then(() => {
                idle.push(connection);
                serve();
              });
          },
        };
        queue.push(caller);
        serve();
        if (!queue.includes(caller)) return;
        caller.timer = setTimeout(() => {
          queue.splice(queue.indexOf(caller), 1);
          reject(new TimeoutError('No connection in time'));
        }, timeoutMs);
      });
    },
  };
}
