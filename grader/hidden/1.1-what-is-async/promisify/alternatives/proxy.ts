type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;
type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;
type NewFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: Args
) => Promise<Result>;

// The old function with another way of being called: everything else about it shines through.
export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): NewFunction<This, Args, Result> {
  return new Proxy(old, {
    apply: (target, self: This, args: Args) =>
      new Promise((resolve, reject) => {
        const callback: Callback<Result> = (...answer) => {
          const [error = null, result] = answer;
          if (error === null) resolve(result as Result);
          else reject(error);
        };
        Reflect.apply(target, self, [...args, callback]);
      }),
  }) as unknown as NewFunction<This, Args, Result>;
}
