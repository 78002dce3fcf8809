export const misconception = {
  belief: {
    en: `setTimeout with 0 runs right after this turn and costs no time.`,
    zh: `setTimeout 设为 0 会在这一轮之后立刻运行，不花时间。`,
  },
  refutation: {
    en: `Node makes 1 ms of it, and other callbacks run before it: every level of the page waits longer, and loads of other turns get into the query. Send it before the turn is over.`,
    zh: `Node 会把它变成 1 ms，而且别的回调会先运行：页面的每一层都多等一会儿，别的轮次的加载也混进了这次查询。应当在这一轮结束之前发出。`,
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
      setTimeout(close, 0);
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
