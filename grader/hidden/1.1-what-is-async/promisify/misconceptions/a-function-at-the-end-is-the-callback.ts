export const misconception = {
  belief: {
    en: 'When the last argument is a function, the caller brings a callback, and I need not add one.',
    zh: '最后一个参数是函数，就说明调用者自带了回调，我不必再加。',
  },
  refutation: {
    en: 'It can be anything: a filter, a function for progress. The caller of the new function wants a promise, every time. Your callback comes after whatever is given.',
    zh: '那可能是任何东西：过滤函数，报告进度的函数。调用新函数的人每一次都要一个 promise。不论传来什么，你的回调都排在最后。',
  },
  read: '1.1-what-is-async',
};

type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;
type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;

export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): (this: This, ...args: Args) => Promise<Result> {
  return function (...args) {
    if (typeof args.at(-1) === 'function') {
      const bringsCallback = args as unknown as [...Args, callback: Callback<Result>];
      return old.apply(this, bringsCallback) as Promise<Result>;
    }
    return new Promise((resolve, reject) => {
      const callback: Callback<Result> = (error, result) => {
        if (error === null || error === undefined) resolve(result as Result);
        else reject(error);
      };
      old.call(this, ...args, callback);
    });
  };
}
