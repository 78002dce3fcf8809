import { todo } from '#course';

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
  todo();
}
