export const misconception = {
  belief: {
    en: `Async loads run at the same time, so fifty of them cost no more than one.`,
    zh: `异步加载是同时进行的，所以五十次和一次的代价一样。`,
  },
  refutation: {
    en: `They overlap, and they are still fifty queries: the database does the work of each. Collect the keys and ask once.`,
    zh: `它们确实重叠，但仍然是五十次查询：数据库每一次都要干活。把键收集起来，只问一次。`,
  },
  read: '1.3-applications',
};

type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  return async (key) => {
    const answers = await loadMany([key]);
    if (answers.length !== 1) throw new RangeError('one answer for each key');
    if (answers[0] instanceof Error) throw answers[0];
    return answers[0] as V;
  };
}
