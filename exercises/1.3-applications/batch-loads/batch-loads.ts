import { todo } from '#course';

/** Asks for many keys in one query. The answer has one entry for each key, in their order: the value, or why not. */
export type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/**
 * Makes a `load(key)` out of a query for many keys. All loads of one turn of the event loop share one query: those of
 * one callback and of all microtasks that run after it. It is sent when no microtask is left, before the next callback
 * runs, and asks for each key once, in the order in which they were first loaded. Keys are compared as a `Map` does it.
 *
 * A load rejects with the `Error` that stands in its place in the answer. When the query rejects, throws, or answers
 * with another number of entries, all loads of its turn reject, in the first two cases with that very error, whatever it
 * is. Nothing is kept: a load of a later turn is asked in a later query, also while one for the same key is under way.
 * A load that `loadMany` makes before it returns is too late for its query, and gets the next one.
 */
export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  void todo(); // Delete this line when you begin.
  return async (key) => {
    const [answer] = await loadMany([key]);
    if (answer instanceof Error) throw answer;
    return answer as V;
  };
}
