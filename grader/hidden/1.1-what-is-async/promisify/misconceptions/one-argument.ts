export const misconception = {
  belief: {
    en: 'A library function takes one argument and the callback.',
    zh: '库函数接受一个参数，外加回调。',
  },
  refutation: {
    en: 'The next one takes three, or none. Collect whatever the call is given with `...args`, and hand it on with `...args` before the callback.',
    zh: '下一个函数也许要三个参数，也许一个都不要。用 `...args` 收下调用的全部参数，再用 `...args` 放在回调前面传下去。',
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
    const [first] = args;
    return new Promise((resolve, reject) => {
      const callback: Callback<Result> = (error, result) => {
        if (error === null || error === undefined) resolve(result as Result);
        else reject(error);
      };
      (old as (this: This, ...all: unknown[]) => unknown).call(this, first, callback);
    });
  };
}
