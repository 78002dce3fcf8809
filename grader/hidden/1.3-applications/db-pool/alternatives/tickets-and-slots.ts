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

interface Slot<C> {
  connection: C | undefined;
}

interface Ticket<C> {
  give: (slot: Slot<C>) => void;
  expired: boolean;
}

/** Slots that carry their connection along; a ticket that has expired stays in the queue and is passed over. */
export function createPool<C extends Connection>({ open, max }: PoolOptions<C>): Pool<C> {
  const free: Slot<C>[] = Array.from({ length: max }, () => ({ connection: undefined }));
  const queue: Ticket<C>[] = [];

  const acquire = (timeoutMs: number): Promise<Slot<C>> => {
    const slot = free.find(({ connection }) => connection && !connection.broken) ?? free[0];
    if (slot) {
      free.splice(free.indexOf(slot), 1);
      return Promise.resolve(slot);
    }
    return new Promise((resolve, reject) => {
      const ticket: Ticket<C> = {
        expired: false,
        give: (handed) => {
          clearTimeout(timer);
          resolve(handed);
        },
      };
      const timer = setTimeout(() => {
        ticket.expired = true;
        reject(new TimeoutError('no slot'));
      }, timeoutMs);
      queue.push(ticket);
    });
  };

  const release = (slot: Slot<C>): void => {
    for (let ticket = queue.shift(); ticket; ticket = queue.shift()) {
      if (!ticket.expired) return ticket.give(slot);
    }
    free.push(slot);
  };

  const connect = (slot: Slot<C>): Promise<C> => {
    if (slot.connection && !slot.connection.broken) return Promise.resolve(slot.connection);
    slot.connection = undefined;
    return new Promise<C>((resolve) => resolve(open())).then((connection) => {
      slot.connection = connection;
      return connection;
    });
  };

  return {
    use: (job, timeoutMs) =>
      acquire(timeoutMs).then((slot) =>
        connect(slot)
          .then((connection) => job(connection))
          .finally(() => release(slot)),
      ),
  };
}
