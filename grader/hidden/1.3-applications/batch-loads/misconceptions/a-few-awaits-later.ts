export const misconception = {
  belief: {
    en: `After thirty awaits everybody who wants to load has loaded.`,
    zh: `等上三十个 await，该加载的都加载了。`,
  },
  refutation: {
    en: `A turn has as many microtasks as it has, and who comes after the thirty-first misses the query. Do not count: a tick that a microtask has queued runs when none is left.`,
    zh: `一轮里有多少微任务没有定数，第三十一个之后才来的人就错过了这次查询。不要数：在微任务里排的 tick 会在一个微任务都不剩时运行。`,
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
      const close = async (): Promise<void> => {
        for (let i = 0; i < 30; i++) await null;
        open = undefined;
        void send(loadMany, batch);
      };
      void close();
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
