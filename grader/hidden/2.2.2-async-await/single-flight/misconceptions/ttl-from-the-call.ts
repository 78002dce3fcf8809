export const misconception = {
  belief: {
    en: 'The life of an entry begins when I put it into the map.',
    zh: '条目的有效期从放进 map 的那一刻算起。',
  },
  refutation: {
    en: 'At that moment there is only a promise: the time of the load is taken from the life of the value, and a load slower than `ttlMs` is stale before it is over, so the next caller starts a second one. Set the end of the life when the load ends.',
    zh: '那一刻只有一个 promise：加载所花的时间要从值的有效期里扣掉；比 `ttlMs` 还慢的加载，没结束就已经过期，下一个调用者又会启动一次。应当在加载结束时才定下到期时间。',
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
      const entry = { value: load(key), staleAt: performance.now() + ttlMs };
      entries.set(key, entry);
      entry.value.catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
