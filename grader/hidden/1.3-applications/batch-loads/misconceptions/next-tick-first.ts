export const misconception = {
  belief: {
    en: `process.nextTick runs after the microtasks.`,
    zh: `process.nextTick 在微任务之后运行。`,
  },
  refutation: {
    en: `Called from an ordinary callback it runs before the microtasks of that callback; only a tick that a microtask has queued waits for the last of them. Queue the tick in a microtask.`,
    zh: `在普通回调里调用时，它先于这个回调的微任务运行；只有在微任务里排的 tick 才会等到最后一个微任务。所以要在微任务里排 tick。`,
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

type Batch<K, V> = Map<K, PromiseWithResolvers<V>>;

async function send<K, V>(loadMany: LoadMany<K, V>, batch: Batch<K, V>): Promise<void> {
  try {
    const answers = await loadMany([...batch.keys()]);
    if (answers.length !== batch.size) throw new RangeError('one answer for each key');
    for (const [i, { resolve, reject }] of [...batch.values()].entries()) {
      const answer = answers[i];
      if (answer instanceof Error) reject(answer);
      else resolve(answer as V);
    }
  } catch (error) {
    for (const { reject } of batch.values()) reject(error);
  }
}

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let open: Batch<K, V> | undefined;
  return (key) => {
    if (!open) {
      const batch: Batch<K, V> = new Map();
      open = batch;
      const close = (): void => {
        open = undefined;
        void send(loadMany, batch);
      };
      process.nextTick(close);
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
