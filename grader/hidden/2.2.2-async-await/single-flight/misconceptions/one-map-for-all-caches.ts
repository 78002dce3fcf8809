export const misconception = {
  belief: {
    en: 'The map may stand at the top of the file: there is one cache in the program.',
    zh: 'map 放在文件顶层就行：程序里只有一个缓存。',
  },
  refutation: {
    en: 'A module is evaluated once, so every cache made by `createCache` shares that map and hands out what another one has loaded, with another `load` and another `ttlMs`. Create the map inside the function.',
    zh: '模块只求值一次，`createCache` 造出的所有缓存因此共用这个 map，会把别的缓存用别的 `load`、别的 `ttlMs` 加载的东西交出去。map 要在函数里创建。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

interface Entry {
  value: Promise<unknown>;
  staleAt: number;
}

const entries = new Map<unknown, Entry>();

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  return {
    get(key) {
      const known = entries.get(key);
      if (known && performance.now() < known.staleAt) return known.value as Promise<V>;
      const value = load(key);
      const entry: Entry = { value, staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
