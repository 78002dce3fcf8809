/** Asks for many keys in one query. The answer has one entry for each key, in their order: the value, or why not. */
export type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

/** The keys of one turn, and a promise for each of them. */
type Batch<K, V> = Map<K, PromiseWithResolvers<V>>;

/** Asks for all keys of a batch and settles its promises. */
async function send<K, V>(loadMany: LoadMany<K, V>, batch: Batch<K, V>): Promise<void> {
  try {
    const answers = await loadMany([...batch.keys()]);
    if (answers.length !== batch.size) {
      throw new RangeError(`Expected ${batch.size} answers, got ${answers.length}`);
    }
    for (const [i, { resolve, reject }] of [...batch.values()].entries()) {
      const answer = answers[i];
      if (answer instanceof Error) reject(answer);
      else resolve(answer as V);
    }
  } catch (error) {
    for (const { reject } of batch.values()) reject(error);
  }
}

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
  let open: Batch<K, V> | undefined;

  const openBatch = (): Batch<K, V> => {
    const batch: Batch<K, V> = new Map();
    const close = (): void => {
      open = undefined;
      void send(loadMany, batch);
    };
    // A tick that is queued in a callback runs before its microtasks; one that is queued in a microtask, after the last.
    queueMicrotask(() => process.nextTick(close));
    return batch;
  };

  return (key) => {
    open ??= openBatch();
    const known = open.get(key);
    if (known) return known.promise;
    const slot = Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
