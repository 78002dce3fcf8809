type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;
type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;
type NewFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: Args
) => Promise<Result>;

// A generator takes one step per answer: whatever comes after the first finds it finished.
export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): NewFunction<This, Args, Result> {
  return function (...args) {
    return new Promise((resolve, reject) => {
      const steps = (function* (): Generator<undefined, void, [unknown?, Result?]> {
        const [error, result] = yield;
        if (error === undefined || error === null) resolve(result as Result);
        else reject(error);
      })();
      steps.next();
      const callback: Callback<Result> = (error, result) =>
        void steps.next([error, result as Result]);
      try {
        old.call(this, ...args, callback);
      } catch (error) {
        reject(error);
      }
    });
  };
}
