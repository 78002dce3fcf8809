export const misconception = {
  belief: {
    en: 'If the map gives me a value, there is one; if it gives me nothing, I have to load.',
    zh: 'map 给出了值就是有，没给出就得加载。',
  },
  refutation: {
    en: 'The values 0, `false`, the empty text, `null` and `undefined` look like nothing and are loaded again at every call. Ask whether there is an entry, not whether its value is true.',
    zh: '0、`false`、空字符串、`null` 和 `undefined` 看起来都像“没有”，于是每次调用都重新加载。要问的是有没有条目，而不是它的值是否为真。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const values = new Map<K, V>();
  const staleAt = new Map<K, number>();
  const underWay = new Map<K, Promise<V>>();

  const start = async (key: K): Promise<V> => {
    const mine = (): boolean => underWay.get(key) === started;
    const loaded = Promise.try(load, key);
    const started = loaded.then(
      (value) => {
        if (mine()) {
          values.set(key, value);
          staleAt.set(key, performance.now() + ttlMs);
          underWay.delete(key);
        }
        return value;
      },
      (error: unknown) => {
        if (mine()) underWay.delete(key);
        throw error;
      },
    );
    underWay.set(key, started);
    return started;
  };

  return {
    async get(key) {
      const value = values.get(key);
      if (value && performance.now() < (staleAt.get(key) ?? 0)) return value;
      return underWay.get(key) ?? start(key);
    },
    forget(key) {
      values.delete(key);
      underWay.delete(key);
    },
  };
}
