import { todo } from '#course';

export interface Cache<K, V> {
  /**
   * Resolves with the value of `key`: at once with the one that is kept, otherwise with that of the load under way,
   * otherwise with that of a new load. Rejects with what that load rejects with, when it does; a failure is not kept:
   * the next call loads again, even in the very `catch` that hears of it.
   */
  get(key: K): Promise<V>;
  /**
   * Drops what is kept of `key`, and of no other key. Whoever calls `get` from now on gets a load that began from now
   * on; those who already wait keep waiting for theirs.
   */
  forget(key: K): void;
}

/**
 * Keeps what `load` resolves with, `undefined` too, and lets callers share a load that is under way. Keys are compared
 * as a `Map` does it, and never wait for each other. The cache never keeps the process alive.
 *
 * @param load always returns a promise: when it fails, that promise rejects; the call itself never throws
 * @param ttlMs how long a value is kept, counted from the end of its load; exactly `ttlMs` later it is stale (when a
 * timer drops it, a blocked event loop may make that late). A whole number of milliseconds that `setTimeout` can take
 */
export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  void todo(); // Delete this line when you begin.
  const kept = new Map<K, { value: V; staleAt: number }>();
  return {
    async get(key) {
      const known = kept.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const value = await load(key);
      kept.set(key, { value, staleAt: performance.now() + ttlMs });
      return value;
    },
    forget(key) {
      kept.delete(key);
    },
  };
}
