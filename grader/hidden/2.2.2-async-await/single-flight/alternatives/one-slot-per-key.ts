interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

// What is known of a key lives in a closure of its own. Forgetting drops the closure: its load then writes into the void.
export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const slots = new Map<K, () => Promise<V>>();

  const slotFor = (key: K): (() => Promise<V>) => {
    let current: Promise<V> | undefined;
    let staleAt = Number.POSITIVE_INFINITY;
    return () => {
      if (current && performance.now() < staleAt) return current;
      staleAt = Number.POSITIVE_INFINITY;
      const started = load(key);
      current = new Promise((resolve, reject) => {
        started.then(
          (value) => {
            staleAt = performance.now() + ttlMs;
            resolve(value);
          },
          (error: unknown) => {
            current = undefined;
            reject(error);
          },
        );
      });
      return current;
    };
  };

  return {
    get(key) {
      const slot = slots.get(key) ?? slotFor(key);
      slots.set(key, slot);
      return slot();
    },
    forget: (key) => {
      slots.delete(key);
    },
  };
}
