export const misconception = {
  belief: {
    en: 'While a query is under way, the next one has to wait.',
    zh: '一次查询还在进行时，下一次必须等它结束。',
  },
  refutation: {
    en: 'A loader collects what one turn asks; it does not guard the database. The second turn would wait for the answer to a question that it did not ask.',
    zh: '加载器只是把一轮里的问题凑到一起，并不负责保护数据库。否则第二轮就要等一个它没有问过的问题的答复。',
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let open: Map<K, PromiseWithResolvers<V>> | undefined;
  let before = Promise.resolve();

  const send = async (batch: Map<K, PromiseWithResolvers<V>>): Promise<void> => {
    try {
      const answers = await loadMany([...batch.keys()]);
      if (answers.length !== batch.size) throw new RangeError('Another number of answers');
      for (const [i, { resolve, reject }] of [...batch.values()].entries()) {
        const answer = answers[i];
        if (answer instanceof Error) reject(answer);
        else resolve(answer as V);
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    }
  };

  return (key) => {
    if (!open) {
      const batch = new Map<K, PromiseWithResolvers<V>>();
      open = batch;
      queueMicrotask(() =>
        process.nextTick(() => {
          open = undefined;
          before = before.then(() => send(batch));
        }),
      );
    }
    const known = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, known);
    return known.promise;
  };
}
