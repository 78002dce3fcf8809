export const misconception = {
  belief: {
    en: 'A callback is always called later, so I can call the library first and make the promise afterwards.',
    zh: '回调总是稍后才被调用，所以我可以先调用库，再创建 promise。',
  },
  refutation: {
    en: 'A library that has the page in its cache may call back before it returns, and then nobody is there to hear it. Make the promise first and call the library inside.',
    zh: '如果那一页已在库的缓存里，库可能在返回之前就回调，那时还没有人在听。应当先创建 promise，在里面调用库。',
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
    return Promise.try(() => {
      let settle: Callback<Result> = () => {};
      const callback: Callback<Result> = (error, result) => settle(error, result);
      old.call(this, ...args, callback);
      return new Promise<Result>((resolve, reject) => {
        settle = (error, result) => {
          if (error === null || error === undefined) resolve(result as Result);
          else reject(error);
        };
      });
    });
  };
}
