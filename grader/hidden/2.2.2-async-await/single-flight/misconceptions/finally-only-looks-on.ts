export const misconception = {
  belief: {
    en: '`finally` only looks on: I can hang it on the promise and forget what it returns.',
    zh: '`finally` 只是旁观：挂在 promise 上就行，它返回什么不用管。',
  },
  refutation: {
    en: '`finally` makes a second promise that rejects as the first does. The callers listen to the first; nobody listens to the second, and Node ends the process for it. Return that second promise, or use `then` with two handlers.',
    zh: '`finally` 会造出第二个 promise，第一个失败它也失败。调用者监听的是第一个；第二个没有人监听，Node 会因此结束进程。要么返回第二个 promise，要么改用带两个处理函数的 `then`。',
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
  return {
    async get(key) {
      const known = kept.get(key);
      if (known && performance.now() < known.staleAt) return known.value;
      const shared = underWay.get(key);
      if (shared !== undefined) return shared;
      const started = load(key).then((value) => {
        if (underWay.get(key) === started) {
          kept.set(key, { value, staleAt: performance.now() + ttlMs });
        }
        return value;
      });
      underWay.set(key, started);
      // biome-ignore lint: the misconception itself
      started.finally(() => {
        if (underWay.get(key) === started) underWay.delete(key);
      });
      return started;
    },
    forget(key) {
      kept.delete(key);
      underWay.delete(key);
    },
  };
}
