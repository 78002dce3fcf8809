/** A connection, as far as the pool looks at it. */
export interface Connection {
  /** Whether it is lost for good. That can happen at any time, also while nobody uses it. */
  readonly broken: boolean;
}

export interface PoolOptions<C> {
  /** Makes a new connection. */
  open: () => Promise<C>;
  /** How many connections there may be, 1 or more. */
  max: number;
}

export interface Pool<C> {
  /**
   * Waits for one of the `max` slots, runs `job` with a connection, and gives slot and connection back, however the job
   * ends. Settles as the job does. Slots are given out in the order in which `use` was called.
   *
   * Whoever has waited `timeoutMs` for a slot is out of the queue: `use` rejects with a `TimeoutError`, or any error of
   * that name, and `job` is never called. The time of opening and of the job does not count, and a caller who finds a slot
   * free does not wait at all. When `open` fails, the caller gets its error.
   */
  use<T>(job: (connection: C) => Promise<T>, timeoutMs: number): Promise<T>;
}

export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/**
 * Makes a pool of at most `max` connections. A connection is opened when somebody has a slot and none that works is
 * idle, never before; one that is `broken` is never used again. When nobody waits, no timer is left that keeps the process
 * alive.
 */
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
