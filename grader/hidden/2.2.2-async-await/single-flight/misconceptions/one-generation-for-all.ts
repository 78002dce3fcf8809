export const misconception = {
  belief: {
    en: 'A counter that `forget` moves on tells each load whether it is too old to be kept.',
    zh: '用一个由 `forget` 递增的计数器，每次加载就知道自己是否太旧、不该保留。',
  },
  refutation: {
    en: 'One counter stands for all keys. Forgetting one key makes the loads of all the others look old, their values are thrown away, and the next caller loads again. Ask about the own key: is the load in the map still this one?',
    zh: '一个计数器代表了所有的键。忘掉一个键，其他键正在进行的加载就都显得太旧，值被丢掉，下一个调用者又要加载。要问的是自己的键：map 里的加载还是不是这一次？',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const kept = new Map<K, { value: V; staleAt: number }>();
  const underWay = new Map<K, { value: Promise<V>; generation: number }>();
  let generation = 0;

  const start = async (key: K, mine: number): Promise<V> => {
    try {
      const value = await load(key);
      if (mine === generation) kept.set(key, { value, staleAt: performance.now() + ttlMs });
      return value;
    } finally {
      if (underWay.get(key)?.generation === mine) underWay.delete(key);
    }
  };

  return {
    async get(key) {
      const known = kept.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const shared = underWay.get(key);
      if (shared) return shared.value;
      const value = start(key, generation);
      underWay.set(key, { value, generation });
      return value;
    },
    forget(key) {
      generation += 1;
      kept.delete(key);
      underWay.delete(key);
    },
  };
}
