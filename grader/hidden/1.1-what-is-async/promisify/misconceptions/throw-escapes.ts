export const misconception = {
  belief: {
    en: 'A library with callbacks reports every failure through its callback.',
    zh: '用回调的库，所有失败都会通过回调来报告。',
  },
  refutation: {
    en: 'It can also throw, for example because of a wrong argument. Outside `new Promise(…)` that throw leaves your function before there is a promise, and `.catch` never sees it. Inside, it becomes a rejection.',
    zh: '它也可能抛出，比如参数不对。写在 `new Promise(…)` 外面时，promise 还没交出去，这个错误就已经离开了你的函数，`.catch` 看不到它。写在里面，它就变成拒绝。',
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
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const callback: Callback<Result> = (error, result) => {
      if (error === null || error === undefined) resolve(result as Result);
      else reject(error);
    };
    old.call(this, ...args, callback);
    return promise;
  };
}
