export const misconception = {
  belief: {
    en: `I begin a new list as soon as loadMany has been called.`,
    zh: `一调用完 loadMany，我就开始新列表。`,
  },
  refutation: {
    en: `loadMany runs before it returns. What it loads itself gets into the list that has just been sent, and when it throws, the new list is never begun. Begin it before the call.`,
    zh: `loadMany 返回之前，它的代码已经在运行。它自己加载的键会进入刚发出的列表；如果它抛错，新列表就永远不会开始。应当在调用之前开始新列表。`,
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

type Batch<K, V> = Map<K, PromiseWithResolvers<V>>;

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let open: Batch<K, V> | undefined;

  const send = async (batch: Batch<K, V>): Promise<void> => {
    try {
      const answering = loadMany([...batch.keys()]);
      open = undefined;
      const answers = await answering;
      if (answers.length !== batch.size) throw new RangeError('one answer for each key');
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
      const batch: Batch<K, V> = new Map();
      open = batch;
      queueMicrotask(() => process.nextTick(send, batch));
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
