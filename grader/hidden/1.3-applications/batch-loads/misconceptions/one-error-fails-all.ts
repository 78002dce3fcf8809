export const misconception = {
  belief: {
    en: `An error in the answer means that the query failed.`,
    zh: `答复里有一个错误，就说明查询失败了。`,
  },
  refutation: {
    en: `One key was not found; the others have their values. Only the callers of that key get the error.`,
    zh: `只是一个键没有找到，其他键都有自己的值。只有加载那个键的调用者才该得到错误。`,
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

type Batch<K, V> = Map<K, PromiseWithResolvers<V>>;

async function send<K, V>(loadMany: LoadMany<K, V>, batch: Batch<K, V>): Promise<void> {
  try {
    const answers = await loadMany([...batch.keys()]);
    if (answers.length !== batch.size) throw new RangeError('one answer for each key');
    const failure = answers.find((answer) => answer instanceof Error);
    if (failure) throw failure;
    for (const [i, { resolve }] of [...batch.values()].entries()) resolve(answers[i] as V);
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
      queueMicrotask(() => process.nextTick(close));
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
