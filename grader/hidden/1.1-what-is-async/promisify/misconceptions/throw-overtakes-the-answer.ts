export const misconception = {
  belief: {
    en: 'An `async` function turns every throw into a rejection, so `return promise` at its end is as good as anything.',
    zh: '`async` 函数会把任何抛出变成拒绝，所以在末尾 `return promise` 就足够了。',
  },
  refutation: {
    en: 'A library can answer first and throw afterwards. Your function then has two promises, the one with the answer and the one of the `async` function, and the caller holds the second: the throw overtakes the answer. Let both go through one promise; it keeps what came first.',
    zh: '库可能先回答，随后才抛出。这时你的函数里有两个 promise：一个带着答案，另一个属于 `async` 函数，而调用者拿到的是后者：抛出盖过了答案。让两者都经过同一个 promise，它会保留先到的那个。',
  },
  read: '1.1-what-is-async',
};

type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;
type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;
type NewFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: Args
) => Promise<Result>;

export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): NewFunction<This, Args, Result> {
  return async function (...args) {
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const callback: Callback<Result> = (error, result) =>
      error === null || error === undefined ? resolve(result as Result) : reject(error);
    Reflect.apply(old, this, [...args, callback]);
    return promise;
  };
}
