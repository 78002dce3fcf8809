export const misconception = {
  belief: {
    en: 'When a load fails, the entry of its key is the one to take out.',
    zh: '加载失败时，要取出的就是这个键的条目。',
  },
  refutation: {
    en: 'The handler runs later, and by then the key may belong to another load: after `forget` the late failure of the old load throws out the new one, and the next caller loads a third time. Delete only if the entry is still your own.',
    zh: '处理函数是以后才运行的，那时这个键可能已经属于另一次加载：`forget` 之后，旧加载迟来的失败会把新的条目赶走，下一个调用者又要加载第三次。只有条目还是你自己的，才可以删。',
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
      entry.value.then(
        () => {
          entry.staleAt = performance.now() + ttlMs;
        },
        () => entries.delete(key),
      );
      return entry.value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
