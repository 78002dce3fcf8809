export const misconception = {
  belief: {
    en: 'What was not found once will not be found later, so there is no need to ask again.',
    zh: '一次没找到，以后也找不到，不必再问。',
  },
  refutation: {
    en: 'A product can come back while the server runs. An error that is kept tells everybody for ever what was true for a moment. Nothing is kept: a later turn asks again.',
    zh: '服务器运行期间，商品可能又有了。留着的错误会永远告诉所有人一件只在某一刻成立的事。什么也不保留：后来的一轮要重新询问。',
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let open: Map<K, PromiseWithResolvers<V>> | undefined;
  const failed = new Map<K, Error>();

  const send = async (batch: Map<K, PromiseWithResolvers<V>>): Promise<void> => {
    try {
      const answers = await loadMany([...batch.keys()]);
      if (answers.length !== batch.size) throw new RangeError('Another number of answers');
      for (const [i, [key, { resolve, reject }]] of [...batch].entries()) {
        const answer = answers[i];
        if (answer instanceof Error) {
          failed.set(key, answer);
          reject(answer);
        } else resolve(answer as V);
      }
    } catch (error) {
      for (const { reject } of batch.values()) reject(error);
    }
  };

  return (key) => {
    const failure = failed.get(key);
    if (failure) return Promise.reject(failure);
    if (!open) {
      const batch = new Map<K, PromiseWithResolvers<V>>();
      open = batch;
      queueMicrotask(() =>
        process.nextTick(() => {
          open = undefined;
          void send(batch);
        }),
      );
    }
    const known = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, known);
    return known.promise;
  };
}
