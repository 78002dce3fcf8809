export const misconception = {
  belief: {
    en: 'Two keys are the same when `===` says so; a list and `find` do what a `Map` does.',
    zh: '`===` 说相等，两个键就相同；用列表加 `find` 和用 `Map` 是一回事。',
  },
  refutation: {
    en: '`NaN === NaN` is false, so such a key never finds its entry: it is loaded at every call, and the list grows. A `Map` takes every NaN for the same key (and 0 and -0 too), and it need not search.',
    zh: '`NaN === NaN` 为假，这样的键永远找不到自己的条目：每次调用都重新加载，列表越来越长。`Map` 把所有 NaN 当作同一个键（0 和 -0 也一样），而且不用逐个查找。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  let entries: { key: K; value: Promise<V>; staleAt: number }[] = [];
  const forget = (key: K): void => {
    entries = entries.filter((entry) => entry.key !== key);
  };
  return {
    get(key) {
      const known = entries.find((entry) => entry.key === key);
      if (known && performance.now() < known.staleAt) return known.value;
      forget(key);
      const entry = { key, value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.push(entry);
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          entries = entries.filter((other) => other !== entry);
        },
      );
      return entry.value;
    },
    forget,
  };
}
