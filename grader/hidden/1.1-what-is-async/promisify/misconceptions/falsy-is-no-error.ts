export const misconception = {
  belief: {
    en: '`if (error)` asks whether there is an error.',
    zh: '`if (error)` 问的就是有没有错误。',
  },
  refutation: {
    en: '`if (error)` asks whether the error looks like true. `0`, `false` and the empty text do not, and the caller gets half a page as if all were well. Here the contract names what means success: compare with `null` and `undefined`.',
    zh: '`if (error)` 问的是这个错误像不像 true。`0`、`false` 和空字符串都不像，调用者于是拿到半页内容，好像一切正常。这里的约定写明了什么表示成功：请与 `null` 和 `undefined` 比较。',
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
        if (error) reject(error);
        else resolve(result as Result);
      };
      old.call(this, ...args, callback);
    });
  };
}
