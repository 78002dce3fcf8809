export const misconception = {
  belief: {
    en: 'A timer per value, which deletes the key when the time is over, is all that expiry needs.',
    zh: '每个值配一个定时器，到时删掉这个键，过期就实现了。',
  },
  refutation: {
    en: 'The timer knows the key and not the value. After `forget` and a new load the old timer is still running, and it throws out a value that is still fresh. Clear the timer in `forget`, or delete only your own entry.',
    zh: '定时器只认得键，不认得值。`forget` 并重新加载之后，旧的定时器还在走，它会把仍然新鲜的值赶走。在 `forget` 里清除定时器，或者只删自己的条目。',
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
      value.then(
        () => {
          if (entries.get(key) === value) setTimeout(() => entries.delete(key), ttlMs).unref();
        },
        () => {
          if (entries.get(key) === value) entries.delete(key);
        },
      );
      return value;
    },
    forget(key) {
      entries.delete(key);
    },
  };
}
