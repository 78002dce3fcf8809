export const misconception = {
  belief: {
    en: '`JSON.stringify(key)` makes a text of any key, so every key finds its own entry.',
    zh: '`JSON.stringify(key)` 能把任何键变成文本，这样每个键都能找到自己的条目。',
  },
  refutation: {
    en: 'It shows what a key looks like, not which one it is: two objects with the same contents become one key, and so do NaN and `null`. A `Map` takes any value for a key and compares objects by identity.',
    zh: '它显示的是键的样子，而不是哪一个键：内容相同的两个对象成了同一个键，NaN 和 `null` 也是。`Map` 可以用任何值作键，对象按身份比较。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const entries = new Map<string, { value: Promise<V>; staleAt: number }>();
  return {
    get(key) {
      const name = JSON.stringify(key);
      const known = entries.get(name);
      if (known && performance.now() < known.staleAt) return known.value;
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.set(name, entry);
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          if (entries.get(name) === entry) entries.delete(name);
        },
      );
      return entry.value;
    },
    forget(key) {
      entries.delete(JSON.stringify(key));
    },
  };
}
