export const misconception = {
  belief: {
    en: `I empty the list when the answer has come.`,
    zh: `答复到了之后，我再清空列表。`,
  },
  refutation: {
    en: `Loads that are made while the query is under way get into a list that has already been sent: nobody asks for their keys. Begin a new list before you send the old one.`,
    zh: `查询进行中发起的加载会进入一个早已发出的列表，没有人去问它们的键。先开始新列表，再发出旧的。`,
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
        await send(loadMany, batch);
        open = undefined;
      };
      queueMicrotask(() => process.nextTick(close));
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
