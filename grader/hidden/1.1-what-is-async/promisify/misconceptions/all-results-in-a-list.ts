export const misconception = {
  belief: {
    en: 'When the library reports several results, the promise has to resolve with all of them.',
    zh: '库报告了好几个结果，promise 就应当以全部结果落定。',
  },
  refutation: {
    en: 'A promise has one value. A list would be fair, but then what the caller gets depends on how talkative the library is. The contract says: the first result. `util.promisify` does the same.',
    zh: 'promise 只有一个值。给出列表似乎更周全，但这样一来，调用者拿到什么就取决于库说了多少。约定是：第一个结果。`util.promisify` 也是这样做的。',
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
  return function (...args) {
    return new Promise((resolve, reject) => {
      const callback: Callback<Result> = (error, ...results) => {
        if (error !== null && error !== undefined) reject(error);
        else resolve((results.length > 1 ? results : results[0]) as Result);
      };
      old.call(this, ...args, callback);
    });
  };
}
