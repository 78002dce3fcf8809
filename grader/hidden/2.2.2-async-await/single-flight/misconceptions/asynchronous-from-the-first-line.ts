export const misconception = {
  belief: {
    en: 'A function that is asynchronous anyway may begin with an `await`: as long as look and write stay together, nothing changes.',
    zh: '反正是异步函数，开头来一个 `await` 也无妨：只要查和写还在一起，就什么也没变。',
  },
  refutation: {
    en: 'The caller goes on before your code has looked. What it does right after `get`, such as `forget`, then comes before the look, and whoever asked first is treated as if he had asked later. Up to the first `await` an async function runs at once; look there.',
    zh: '调用者在你的代码查 map 之前就继续往下走了。它紧接着 `get` 做的事，比如 `forget`，反而排到了查之前，先问的人被当成了后问的人。async 函数在第一个 `await` 之前是立即运行的：要在那里查。',
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
    async get(key) {
      await null;
      const known = entries.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const entry = { value: load(key), staleAt: Number.POSITIVE_INFINITY };
      entries.set(key, entry);
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => {
          if (entries.get(key) === entry) entries.delete(key);
        },
      );
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
