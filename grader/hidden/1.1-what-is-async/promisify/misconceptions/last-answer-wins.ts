export const misconception = {
  belief: {
    en: 'I note what the library reports and settle the promise when it has finished talking.',
    zh: '我先把库报告的内容记下来，等它说完再让 promise 落定。',
  },
  refutation: {
    en: 'You cannot know when a library has finished, and a second answer would replace the first in your notes. Call `resolve` or `reject` in the callback itself: a promise takes the first of them and ignores the rest.',
    zh: '你无法知道库何时说完，而第二次回答会盖掉你记下的第一次。应当在回调里直接调用 `resolve` 或 `reject`：promise 只认第一次，其余一概忽略。',
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
      let answer: { error?: unknown; result?: Result | undefined } = {};
      const callback: Callback<Result> = (error, result) => {
        answer = { error, result };
        queueMicrotask(() => {
          if (answer.error === null || answer.error === undefined) resolve(answer.result as Result);
          else reject(answer.error);
        });
      };
      old.call(this, ...args, callback);
    });
  };
}
