export const misconception = {
  belief: {
    en: 'A lock around the whole of `get` makes check and write atomic; then nothing can go wrong.',
    zh: '给整个 `get` 加一把锁，查和写就是原子的，不会再出错。',
  },
  refutation: {
    en: 'The lock is held for the whole load, so a slow key holds up all the others, and so do those who could have shared: after a failure each of them tries again in turn. What has to be atomic is look and registration, and without an `await` between them they are.',
    zh: '这把锁在整个加载期间都被占着，一个慢的键会拖住所有其他键；本可以共享的调用者也被拖住，失败之后还要逐个重试。需要原子性的只有“查”和“登记”，两者之间没有 `await`，它们本来就是原子的。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const kept = new Map<K, { value: V; staleAt: number }>();
  let queue: Promise<unknown> = Promise.resolve();

  const lookOrLoad = async (key: K): Promise<V> => {
    const known = kept.get(key);
    if (known && performance.now() < known.staleAt) return known.value;
    const value = await load(key);
    kept.set(key, { value, staleAt: performance.now() + ttlMs });
    return value;
  };

  return {
    get(key) {
      const turn = queue.then(() => lookOrLoad(key));
      queue = turn.catch(() => {});
      return turn;
    },
    forget(key) {
      kept.delete(key);
    },
  };
}
