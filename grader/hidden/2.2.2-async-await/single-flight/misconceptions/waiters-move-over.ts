export const misconception = {
  belief: {
    en: 'A load that has been forgotten is worth nothing, so those who wait for it get the newer one instead.',
    zh: '被忘掉的加载毫无价值，所以正在等它的人应当改拿更新的那次。',
  },
  refutation: {
    en: 'They asked before `forget`, and a value from then is an answer to them. If every `forget` sent them to the next load, they might wait for ever. An old load writes nothing any more, but it still serves those who wait for it.',
    zh: '他们是在 `forget` 之前问的，那时的值就是给他们的回答。如果每次 `forget` 都把他们推给下一次加载，他们可能永远等下去。旧的加载不再写入任何东西，但仍要服务于等它的人。',
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
      const land = (): boolean => underWay.get(key) === started && underWay.delete(key);
      const started: Promise<V> = load(key).then(
        (value) => {
          const newer = underWay.get(key);
          if (!land()) return newer ?? value;
          kept.set(key, { value, staleAt: performance.now() + ttlMs });
          return value;
        },
        (error: unknown) => {
          land();
          throw error;
        },
      );
      underWay.set(key, started);
      return started;
    },
    forget(key) {
      kept.delete(key);
      underWay.delete(key);
    },
  };
}
