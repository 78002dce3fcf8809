export const misconception = {
  belief: {
    en: `queueMicrotask runs my function when everything else of this turn is done.`,
    zh: `queueMicrotask 会在这一轮的其他事情都做完之后运行我的函数。`,
  },
  refutation: {
    en: `It runs after the microtasks that were queued before it, and before all those that come later: whoever loads after one more await misses the query. Let the microtask queue a tick; ticks wait until no microtask is left.`,
    zh: `它只排在已有的微任务之后，而在后来的微任务之前：再过一个 await 才加载的人就错过了这次查询。让这个微任务去排一个 tick；tick 会等到没有微任务为止。`,
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
      queueMicrotask(close);
    }
    const slot = open.get(key) ?? Promise.withResolvers<V>();
    open.set(key, slot);
    return slot.promise;
  };
}
