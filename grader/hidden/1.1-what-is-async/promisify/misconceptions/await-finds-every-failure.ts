export const misconception = {
  belief: {
    en: 'With `await` in front of the call no failure of the library escapes me, whether it throws or rejects.',
    zh: '在调用前面加上 `await`，库的任何失败都逃不过我，不管它是抛出还是拒绝。',
  },
  refutation: {
    en: 'Then you listen to two answers. A library may return a promise for purposes of its own, and a rejection of that decides before the callback has been called. Its answer is the callback: call it without `await`, and ignore what it returns.',
    zh: '那样你就在听两个回答。库可能为了自己的用途返回一个 promise，它一拒绝，就在回调之前决定了结果。库的回答是回调：调用时不要 `await`，并忽略返回值。',
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
    void (async () => {
      try {
        await old.call(this, ...args, callback);
      } catch (error) {
        reject(error);
      }
    })();
    return promise;
  };
}
