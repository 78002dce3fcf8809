export const misconception = {
  belief: {
    en: 'When there is a result it worked, and when there is none it failed.',
    zh: '有结果就是成功，没有结果就是失败。',
  },
  refutation: {
    en: 'Many calls succeed with nothing to say, and some report an error together with half a result. Only the first argument of the callback decides.',
    zh: '很多调用成功时没有什么可说的，也有的在报错的同时带着一半结果。起决定作用的只有回调的第一个参数。',
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
      const callback: Callback<Result> = (error, result) => {
        if (result !== undefined) resolve(result);
        else reject(error);
      };
      old.call(this, ...args, callback);
    });
  };
}
