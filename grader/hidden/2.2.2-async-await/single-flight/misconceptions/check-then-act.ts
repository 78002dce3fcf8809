export const misconception = {
  belief: {
    en: 'JavaScript runs on one thread, so nobody can come between my look into the map and my write to it.',
    zh: 'JavaScript 是单线程的，我查 map 和写 map 之间不可能有人插进来。',
  },
  refutation: {
    en: 'Between the look and the write stands an `await`, and there every other caller gets a turn: they all find nothing and load again, and whoever ends last writes last. Put the promise into the map before the first `await`.',
    zh: '查和写之间隔着一个 `await`，别的调用者正是在那里得到机会：它们都发现没有值，于是各自再加载一次，谁最后结束谁最后写入。在第一个 `await` 之前就把 promise 放进 map。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
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
