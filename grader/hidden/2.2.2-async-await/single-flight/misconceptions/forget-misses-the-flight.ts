export const misconception = {
  belief: {
    en: 'To forget a key is to delete its value; a load under way has no value yet, so there is nothing to forget.',
    zh: '忘掉一个键就是删掉它的值；正在进行的加载还没有值，没什么可忘的。',
  },
  refutation: {
    en: 'The load under way has asked before `forget` and will answer with what was true then. Whoever calls `get` afterwards joins it and is given a value from before. Detach the load as well.',
    zh: '正在进行的加载是在 `forget` 之前发问的，带回的也是那时的情况。之后调用 `get` 的人会加入它，拿到过去的值。要把正在进行的加载也一并摘下。',
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
    },
  };
}
