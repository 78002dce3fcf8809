export const misconception = {
  belief: {
    en: 'An old load must not overwrite a newer one; where there is none, its value is better than nothing.',
    zh: '旧的加载不许覆盖更新的；既然没有更新的，留下它的值总比没有好。',
  },
  refutation: {
    en: '`forget` was called because this value is wrong now. Nobody happened to ask meanwhile, so the place is empty, and the next caller would be handed the very value that was to be forgotten. An empty place does not make a load yours: compare with the entry that you made.',
    zh: '之所以调用 `forget`，正是因为这个值已经不对。其间碰巧没有人来问，位置才空着；下一个来问的人拿到的，恰恰是应当忘掉的那个值。位置空着，不等于它属于你的加载：要同你自己造的条目比较。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const kept = new Map<K, { value: V; staleAt: number }>();
  const underWay = new Map<K, Promise<V>>();
  const start = (key: K): Promise<V> => {
    const started = load(key).then(
      (value) => {
        const isNewest = !underWay.has(key) && !kept.has(key);
        if (underWay.get(key) === started || isNewest) {
          underWay.delete(key);
          kept.set(key, { value, staleAt: performance.now() + ttlMs });
        }
        return value;
      },
      (error: unknown) => {
        if (underWay.get(key) === started) underWay.delete(key);
        throw error;
      },
    );
    underWay.set(key, started);
    return started;
  };
  return {
    async get(key) {
      const known = kept.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      kept.delete(key);
      return underWay.get(key) ?? start(key);
    },
    forget(key) {
      kept.delete(key);
      underWay.delete(key);
    },
  };
}
