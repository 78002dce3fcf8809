interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

// A timer per value drops it in time. It is unref'd, so that it does not keep the process alive, and cleared by forget.
export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const entries = new Map<K, { value: Promise<V>; timer?: NodeJS.Timeout }>();

  const drop = (key: K, entry: object): void => {
    if (entries.get(key) === entry) entries.delete(key);
  };

  return {
    get(key) {
      const known = entries.get(key);
      if (known) return known.value;
      const value = load(key);
      const entry: { value: Promise<V>; timer?: NodeJS.Timeout } = { value };
      entries.set(key, entry);
      value.then(
        () => {
          if (entries.get(key) !== entry) return;
          entry.timer = setTimeout(drop, ttlMs, key, entry);
          entry.timer.unref();
        },
        () => drop(key, entry),
      );
      return value;
    },
    forget(key) {
      clearTimeout(entries.get(key)?.timer);
      entries.delete(key);
    },
  };
}
