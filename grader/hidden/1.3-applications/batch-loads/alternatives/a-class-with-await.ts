type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

class Batch<K, V> {
  readonly #keys = new Set<K>();
  readonly #answers: Promise<Map<K, V | Error>>;

  constructor(loadMany: LoadMany<K, V>, close: () => void) {
    this.#answers = this.#run(loadMany, close);
  }

  async #run(loadMany: LoadMany<K, V>, close: () => void): Promise<Map<K, V | Error>> {
    await null;
    await new Promise<void>((resolve) => process.nextTick(resolve));
    close();
    const keys = [...this.#keys];
    const answers = [...(await loadMany(keys))];
    if (answers.length !== keys.length) throw new TypeError('one answer for each key, please');
    return new Map(keys.map((key, i) => [key, answers[i] as V | Error]));
  }

  async load(key: K): Promise<V> {
    this.#keys.add(key);
    const answer = (await this.#answers).get(key);
    if (answer instanceof Error) throw answer;
    return answer as V;
  }
}

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let batch: Batch<K, V> | undefined;
  return (key) => {
    batch ??= new Batch(loadMany, () => {
      batch = undefined;
    });
    return batch.load(key);
  };
}
