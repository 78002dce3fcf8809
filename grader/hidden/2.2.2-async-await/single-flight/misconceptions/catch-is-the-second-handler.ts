export const misconception = {
  belief: {
    en: '`then(onValue).catch(onError)` is another way to write `then(onValue, onError)`.',
    zh: '`then(onValue).catch(onError)` 只是 `then(onValue, onError)` 的另一种写法。',
  },
  refutation: {
    en: 'The `catch` stands on the promise that `then` makes, so it runs a microtask later. In between, the callers hear of the failure, and one who asks again at once still finds it in the map. Give both handlers to one `then`.',
    zh: '`catch` 挂在 `then` 造出的那个 promise 上，因此晚一个微任务才运行。在这中间，调用者已经得知失败；谁要是立刻再问，在 map 里找到的还是那个失败。把两个处理函数交给同一个 `then`。',
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
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      entry.value
        .then(() => {
          entry.staleAt = performance.now() + ttlMs;
        })
        .catch(() => {
          if (entries.get(key) === entry) entries.delete(key);
        });
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
