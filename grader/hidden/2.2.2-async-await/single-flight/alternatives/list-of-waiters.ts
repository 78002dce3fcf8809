interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

interface Waiter<V> {
  resolve: (value: V) => void;
  reject: (error: unknown) => void;
}

// No shared promise: a load under way is the list of those who wait for it, and each gets a promise of its own.
export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const kept = new Map<K, { value: V; staleAt: number }>();
  const flights = new Map<K, Waiter<V>[]>();

  const takeOff = (key: K, waiters: Waiter<V>[]): void => {
    flights.set(key, waiters);
    const land = (): boolean => flights.get(key) === waiters && flights.delete(key);
    load(key).then(
      (value) => {
        if (land()) kept.set(key, { value, staleAt: Date.now() + ttlMs });
        for (const { resolve } of waiters) resolve(value);
      },
      (error: unknown) => {
        land();
        for (const { reject } of waiters) reject(error);
      },
    );
  };

  return {
    get: (key) =>
      new Promise((resolve, reject) => {
        const known = kept.get(key);
        const flight = flights.get(key);
        if (known && Date.now() < known.staleAt) resolve(known.value);
        else if (flight) flight.push({ resolve, reject });
        else takeOff(key, [{ resolve, reject }]);
      }),
    forget(key) {
      kept.delete(key);
      flights.delete(key);
    },
  };
}
