export const misconception = {
  belief: {
    en: 'One library function, one promise: I make the promise when I make the new function.',
    zh: '一个库函数对应一个 promise：在制作新函数时就把 promise 创建好。',
  },
  refutation: {
    en: 'A promise settles once, so every later call would get the answer to the first. Each call needs a promise of its own: make it inside the function that you return.',
    zh: 'promise 只会落定一次，之后的每次调用拿到的都是第一次的答案。每次调用都需要自己的 promise：请在你返回的函数里面创建。',
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
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const callback: Callback<Result> = (error, result) => {
    if (error === null || error === undefined) resolve(result as Result);
    else reject(error);
  };
  return function (...args) {
    try {
      old.call(this, ...args, callback);
    } catch (error) {
      reject(error);
    }
    return promise;
  };
}
