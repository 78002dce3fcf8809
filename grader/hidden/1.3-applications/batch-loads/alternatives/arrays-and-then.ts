type LoadMany<K, V> = (keys: readonly K[]) => Promise<readonly (V | Error)[]>;

export function createLoader<K, V>(loadMany: LoadMany<K, V>): (key: K) => Promise<V> {
  let keys: K[] = [];
  let answered: Promise<readonly (V | Error)[]> | undefined;

  const afterThisTurn = (): Promise<void> =>
    Promise.resolve().then(() => new Promise((resolve) => process.nextTick(resolve)));

  const askTogether = (): Promise<readonly (V | Error)[]> =>
    afterThisTurn().then(() => {
      const asked = keys;
      keys = [];
      answered = undefined;
      return loadMany(asked).then((answers) => {
        if (answers.length === asked.length) return answers;
        return Promise.reject(new Error(`${asked.length} keys, ${answers.length} answers`));
      });
    });

  return (key) => {
    answered ??= askTogether();
    const known = keys.findIndex((other) => other === key || Object.is(other, key));
    const place = known < 0 ? keys.push(key) - 1 : known;
    return answered.then((answers) => {
      const answer = answers[place];
      return answer instanceof Error ? Promise.reject(answer) : (answer as V);
    });
  };
}
