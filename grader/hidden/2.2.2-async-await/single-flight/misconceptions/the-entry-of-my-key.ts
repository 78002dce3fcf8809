export const misconception = {
  belief: {
    en: 'When my load ends, the entry under its key is the entry of my load.',
    zh: '我的加载结束时，这个键下的条目就是我这次加载的条目。',
  },
  refutation: {
    en: 'After `forget` a newer load may stand there. The end of the old one then sets the time of a value that it did not bring: a fresh one is kept too long, and a load under way looks stale. Write into the entry that you made.',
    zh: '`forget` 之后，那里可能已是更新的加载。旧加载一结束，就给不是它带来的值定了到期时间：新鲜的值保留过久，正在进行的加载却显得过期。要写进你自己造的那个条目。',
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
          const mine = entries.get(key);
          if (mine) mine.staleAt = performance.now() + ttlMs;
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
