interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

// Kept values and loads under way apart. Only the load that is still registered may write.
class SharingCache<K, V> implements Cache<K, V> {
  readonly #load: (key: K) => Promise<V>;
  readonly #ttlMs: number;
  readonly #kept = new Map<K, { value: V; loadedAt: number }>();
  readonly #underWay = new Map<K, Promise<V>>();

  constructor(load: (key: K) => Promise<V>, ttlMs: number) {
    this.#load = load;
    this.#ttlMs = ttlMs;
  }

  async get(key: K): Promise<V> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && Date.now() - kept.loadedAt < this.#ttlMs) return kept.value;
    return this.#underWay.get(key) ?? this.#start(key);
  }

  forget(key: K): void {
    this.#kept.delete(key);
    this.#underWay.delete(key);
  }

  #start(key: K): Promise<V> {
    const isMine = (): boolean => this.#underWay.get(key) === loading;
    const loading: Promise<V> = Promise.try(this.#load, key)
      .then((value) => {
        if (isMine()) this.#kept.set(key, { value, loadedAt: Date.now() });
        return value;
      })
      .finally(() => {
        if (isMine()) this.#underWay.delete(key);
      });
    this.#underWay.set(key, loading);
    return loading;
  }
}

export const createCache = <K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> =>
  new SharingCache(load, ttlMs);
