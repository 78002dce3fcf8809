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
  const entries = new Map<K, { value: Promise<V>; staleAt: number }>();
  return {
    get(key) {
      const known = entries.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          // Another load may have taken the place of this one meanwhile.
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
