export const misconception = {
  belief: {
    en: 'The library has answered first, so its answer counts, whichever way it takes through my code.',
    zh: '库先给出了回答，所以算数的就是它，不管它在我的代码里走哪条路。',
  },
  refutation: {
    en: 'What counts is who settles first the promise that the caller holds. An answer that takes a detour, through an `await`, a microtask, or a second promise inside an `async` function, is overtaken by a throw or a second answer right after it. Let all go through one promise, and call `resolve` in the callback itself.',
    zh: '算数的是谁先让调用者手里的那个 promise 落定。回答若绕了路，经过 `await`、微任务，或者 `async` 函数里的另一个 promise，就会被紧跟着的抛出或第二次回答超过。让一切经过同一个 promise，并在回调里直接调用 `resolve`。',
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
