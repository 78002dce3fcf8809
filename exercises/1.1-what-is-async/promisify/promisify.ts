import { todo } from '#course';

/**
 * How an old library answers: with the error first, then its results. An error of `null` or `undefined`, or a call
 * without arguments, means success. Anything else is a failure, also `0`, `''` and `false`.
 */
export type Callback<Result> = (error?: unknown, result?: Result, ...more: unknown[]) => void;

/** A function of an old library: it takes its arguments, and the callback after them. */
export type OldFunction<This, Args extends unknown[], Result> = (
  this: This,
  ...args: [...Args, callback: Callback<Result>]
) => unknown;

/**
 * Makes a function that returns a promise out of one that takes a callback.
 *
 * Each call of the new function calls `old` once, at once, with the same `this` and the same arguments, and a callback
 * after them: no argument is added or left out, and without a `this` there is none. What `old` returns is ignored, also
 * a promise. The promise resolves with the first result when the callback is called,
 * and with `undefined` when there is none. The callback may also be called before `old` returns.
 *
 * What happens first decides, an answer or a throw. Whatever the library does after that changes nothing.
 *
 * @throws what the callback is called with as error, or what `old` itself throws, be it `undefined`: that very value. All
 *   failures are rejections: the new function never throws
 */
export function promisify<This, Args extends unknown[], Result>(
  old: OldFunction<This, Args, Result>,
): (this: This, ...args: Args) => Promise<Result> {
  todo();
}
