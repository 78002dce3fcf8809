export const misconception = {
  belief: {
    en: `What has been loaded once need not be loaded again.`,
    zh: `加载过一次的，就不必再加载。`,
  },
  refutation: {
    en: `Then every later turn gets the old value, and an old failure as well. A loader collects; a cache needs a rule for forgetting. Keep nothing beyond the query.`,
    zh: `那么以后每一轮得到的都是旧值，旧的失败也一样。加载器只负责收集；缓存则需要一条遗忘的规则。查询之后什么也不要留。`,
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
  const known = new Map<K, Promise<V>>();
  let open: Batch<K, V> | undefined;
  return (key) => {
    const earlier = known.get(key);
    if (earlier !== undefined) return earlier;
    if (!open) {
      const batch: Batch<K, V> = new Map();
      open = batch;
      const close = (): void => {
        open = undefined;
        void send(loadMany, batch);
      };
      queueMicrotask(() => process.nextTick(close));
    }
    const slot = Promise.withResolvers<V>();
    open.set(key, slot);
    known.set(key, slot.promise);
    return slot.promise;
  };
}
