export const misconception = {
  belief: {
    en: 'A value that is used is a good value, so every `get` starts its time anew.',
    zh: '有人用的值就是好值，所以每次 `get` 都重新计时。',
  },
  refutation: {
    en: 'Being read does not make a value newer. A key that is asked for often enough would never be loaded again. Only the end of a load may set the time.',
    zh: '被读取并不会让值变新。一个键只要问得够勤，就永远不会再加载。只有加载结束才能设定时间。',
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
      if (known && performance.now() < known.staleAt) {
        known.staleAt = Math.max(known.staleAt, performance.now() + ttlMs);
        return known.value;
      }
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
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
