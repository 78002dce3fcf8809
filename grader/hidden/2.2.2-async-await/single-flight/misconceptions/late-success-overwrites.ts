export const misconception = {
  belief: {
    en: 'What a load brings back is the newest value there is, so it may always be written.',
    zh: '加载带回来的总是最新的值，所以任何时候都可以写入。',
  },
  refutation: {
    en: 'It is as new as the moment at which the load began. A load from before `forget` that ends late writes an old value over a newer one. After an `await`, look again whether your load is still the one that counts.',
    zh: '它只和加载开始的那一刻一样新。`forget` 之前开始的加载如果很晚才结束，就会用旧值盖掉新值。`await` 之后要再看一眼：你的这次加载是否仍然算数。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const kept = new Map<K, { value: V; staleAt: number }>();
  const underWay = new Map<K, Promise<V>>();

  const start = async (key: K): Promise<V> => {
    try {
      const value = await load(key);
      kept.set(key, { value, staleAt: performance.now() + ttlMs });
      return value;
    } finally {
      underWay.delete(key);
    }
  };

  return {
    async get(key) {
      const known = kept.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const shared = underWay.get(key);
      if (shared !== undefined) return shared;
      const started = start(key);
      underWay.set(key, started);
      return started;
    },
    forget(key) {
      kept.delete(key);
      underWay.delete(key);
    },
  };
}
