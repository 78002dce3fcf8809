export const misconception = {
  belief: {
    en: 'An object is a map: every key finds its own entry in it.',
    zh: '对象就是 map：每个键都能在里面找到自己的条目。',
  },
  refutation: {
    en: 'A property name is a text, so the number 1 and the text "1" are one key, and names such as "constructor" and "__proto__" are taken before you write anything. Use a `Map`.',
    zh: '属性名是文本，所以数字 1 和文本 "1" 是同一个键；"constructor"、"__proto__" 这样的名字在你写入之前就已经被占用。请用 `Map`。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

interface Entry<V> {
  value: Promise<V>;
  staleAt: number;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const entries: Record<string, Entry<V>> = {};
  return {
    get(key) {
      const name = String(key);
      const known = entries[name];
      if (known && performance.now() < known.staleAt) return known.value;
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries[name] = entry;
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          if (entries[name] === entry) delete entries[name];
        },
      );
      return entry.value;
    },
    forget(key) {
      delete entries[String(key)];
    },
  };
}
