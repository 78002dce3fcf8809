type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;
type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;
type NewFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: Args
) => Promise<Result>;

class Call<Result> {
  readonly promise: Promise<Result>;
  #settle: ((value: Result | Promise<Result>) => void) | undefined;

  constructor() {
    this.promise = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  answer(error: unknown, result: Result | undefined): void {
    if (error !== null && error !== undefined) this.fail(error);
    else this.#once(() => result as Result);
  }

  fail(error: unknown): void {
    this.#once(() => Promise.reject(error));
  }

  #once(outcome: () => Result | Promise<Result>): void {
    const settle = this.#settle;
    this.#settle = undefined;
    if (settle) settle(outcome());
  }
}

// One object per call: it keeps the one way out and forgets it when it has been taken.
export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): NewFunction<This, Args, Result> {
  return function (...args) {
    const call = new Call<Result>();
    const callback: Callback<Result> = (error, result) => call.answer(error, result);
    try {
      old.call(this, ...args, callback);
    } catch (error) {
      call.fail(error);
    }
    return call.promise;
  };
}
