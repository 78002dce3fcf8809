export const misconception = {
  belief: {
    en: 'A `catch` that tidies up passes the error on to the caller.',
    zh: '只做清理的 `catch` 会把错误继续传给调用者。',
  },
  refutation: {
    en: 'A `catch` handler that returns has handled the error: the promise it makes is fulfilled with `undefined`, and the callers take that for the value. Throw the error again.',
    zh: '正常返回的 `catch` 处理函数就等于处理了错误：它产生的 promise 以 `undefined` 兑现，调用者会把它当成值。要把错误再抛出来。',
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
      const loaded = load(key).catch(() => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      const entry = { value: loaded as Promise<V>, staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      void loaded.then(() => {
        entry.staleAt = performance.now() + ttlMs;
      });
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
