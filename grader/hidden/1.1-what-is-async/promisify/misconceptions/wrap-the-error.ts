export const misconception = {
  belief: {
    en: 'A promise should reject with an Error, so I make one out of whatever the library reports.',
    zh: 'promise 应当以 Error 失败，所以无论库报告什么，我都用它做一个 Error。',
  },
  refutation: {
    en: 'The new Error has the text and nothing else: `code`, the class and the stack of the first one are gone, and nobody can ask `error === missing` any more. A bridge hands on what it gets.',
    zh: '新的 Error 只剩下文字：原来的 `code`、类和调用栈都没有了，也没有人能再用 `error === missing` 来判断。桥的职责是原样转交。',
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
        if (error === null || error === undefined) resolve(result as Result);
        else reject(new Error(String(error)));
      };
      old.call(this, ...args, callback);
    });
  };
}
