export const misconception = {
  belief: {
    en: `setImmediate is the end of this turn.`,
    zh: `setImmediate 就是这一轮的末尾。`,
  },
  refutation: {
    en: `Immediates run after all timers and replies that are due: loads of several turns end up in one query, and the first of them waits for the others. A tick queued in a microtask runs before the next callback.`,
    zh: `setImmediate 排在所有到期的定时器和回复之后：好几轮的加载进了同一次查询，最早的要等后来的。在微任务里排的 tick 会在下一个回调之前运行。`,
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
      setImmediate(close);
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
