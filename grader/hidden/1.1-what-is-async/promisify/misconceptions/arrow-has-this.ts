export const misconception = {
  belief: {
    en: 'The library function that I was given knows which object it belongs to.',
    zh: '交给我的库函数自己知道它属于哪个对象。',
  },
  refutation: {
    en: '`archive.read` taken out of its object is a plain function: `this` is decided by the call. Return a `function`, not an arrow, and hand its `this` on with `old.call(this, …)`.',
    zh: '把 `archive.read` 从对象里取出来，它就只是一个普通函数：`this` 由调用的方式决定。返回的应是 `function` 而不是箭头函数，并用 `old.call(this, …)` 把它的 `this` 传下去。',
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
  return (...args: Args) =>
    new Promise((resolve, reject) => {
      const callback: Callback<Result> = (error, result) => {
        if (error === null || error === undefined) resolve(result as Result);
        else reject(error);
      };
      (old as (...all: unknown[]) => unknown)(...args, callback);
    });
}
