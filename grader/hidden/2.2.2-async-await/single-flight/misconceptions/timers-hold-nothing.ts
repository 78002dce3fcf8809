export const misconception = {
  belief: {
    en: 'A timer that only tidies up costs nothing.',
    zh: '只做清理的定时器没有任何代价。',
  },
  refutation: {
    en: 'An armed timer keeps the Node process alive: a program that is done waits for the ttl of its last value before it ends. Compare times when somebody asks, or call `unref()` on the timer.',
    zh: '定时器只要还没触发，就会让 Node 进程活着：程序明明已经做完，却要等最后一个值过期才能结束。可以在有人来问时再比较时间，或者对定时器调用 `unref()`。',
  },
  read: '2.2.2-async-await',
};

interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const entries = new Map<K, Promise<V>>();
  return {
    get(key) {
      const known = entries.get(key);
      if (known !== undefined) return known;
      const value = load(key);
      entries.set(key, value);
      const drop = (): void => {
        if (entries.get(key) === value) entries.delete(key);
      };
      value.then(() => setTimeout(drop, ttlMs), drop);
      return value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
