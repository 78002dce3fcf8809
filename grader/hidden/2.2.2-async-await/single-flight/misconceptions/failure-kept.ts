export const misconception = {
  belief: {
    en: 'Once the promise is in the map, everything is shared as it should be.',
    zh: '只要把 promise 放进 map，一切就都能正确共享。',
  },
  refutation: {
    en: 'A rejected promise is shared just as well: every later caller is handed the old failure and nothing is ever tried again. Take the entry out when its load fails.',
    zh: '失败的 promise 也会被同样地共享：以后的每个调用者拿到的都是那次旧的失败，再也不会重试。加载失败时要把条目取出来。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

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
        () => {},
      );
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
