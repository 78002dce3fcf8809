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

/** A caller who has given up keeps its place in the queue, and hands the slot on as soon as it gets it. */
export function createPool<C extends Connection>({ open, max }: PoolOptions<C>): Pool<C> {
  const queue: (() => void)[] = [];
  const idle = new Set<C>();
  let free = max;

  const give = (): void => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };

  const take = async (timeoutMs: number): Promise<void> => {
    const hasOne = free > 0;
    if (hasOne) free -= 1;
    const slot = hasOne ? Promise.resolve() : new Promise<void>((go) => queue.push(go));
    const over = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      over.reject(new DOMException('No connection in time', 'TimeoutError'));
      void slot.then(give);
    }, timeoutMs);
    try {
      await Promise.race([slot, over.promise]);
    } finally {
      clearTimeout(timer);
    }
  };

  const connect = async (): Promise<C> => {
    for (const connection of idle) {
      idle.delete(connection);
      if (!connection.broken) return connection;
    }
    return open();
  };

  return {
    async use(job, timeoutMs) {
      await take(timeoutMs);
      return connect()
        .then(async (connection) => {
          try {
            return await job(connection);
          } finally {
            idle.add(connection);
          }
        })
        .finally(give);
    },
  };
}
