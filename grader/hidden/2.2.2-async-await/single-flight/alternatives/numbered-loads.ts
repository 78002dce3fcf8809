interface Cache<K, V> {
  get(key: K): Promise<V>;
  forget(key: K): void;
}

type State<V> =
  | { kind: 'loading'; turn: number; promise: Promise<V> }
  | { kind: 'kept'; value: V; staleAt: number };

// Every load has a number; what comes back is written only while the number is still the one in the table.
export function createCache<K, V>(load: (key: K) => Promise<V>, ttlMs: number): Cache<K, V> {
  const states = new Map<K, State<V>>();
  let turns = 0;

  const isCurrent = (key: K, turn: number): boolean => {
    const state = states.get(key);
    return state?.kind === 'loading' && state.turn === turn;
  };

  async function run(key: K, turn: number): Promise<V> {
    try {
      const value = await load(key);
      if (isCurrent(key, turn)) {
        states.set(key, { kind: 'kept', value, staleAt: performance.now() + ttlMs });
      }
      return value;
    } catch (error) {
      if (isCurrent(key, turn)) states.delete(key);
      throw error;
    }
  }

  async function get(key: K): Promise<V> {
    const state = states.get(key);
    if (state?.kind === 'loading') return state.promise;
    if (state && performance.now() < state.staleAt) return state.value;
    turns += 1;
    const promise = run(key, turns);
    states.set(key, { kind: 'loading', turn: turns, promise });
    return promise;
  }

  return { get, forget: (key) => void states.delete(key) };
}
