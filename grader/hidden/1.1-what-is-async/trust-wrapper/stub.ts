import { todo } from '#course';

/** How a driver reports: `(null, result)` when all went well, otherwise the error alone. */
export type Report<Result> = (error: Error | null, result?: Result) => void;

/** Starts a driver. It is not ours: it may report never, twice, late, before it returns, or throw. */
export type Call<Result> = (report: Report<Result>) => void;

/** Nothing was heard in time. */
export class TimeoutError extends Error {
  override name = 'TimeoutError';
}

/**
 * Calls `call` once, at once, before it returns itself, and settles with the first of these that happens:
 *
 * - `call` reports `(null, result)`: it resolves with the result, whatever value that is; with `undefined` for `(null)`
 * - `call` reports an error: it rejects with that very error
 * - `call` throws: it rejects with what was thrown, be it an `Error` or not
 * - `timeoutMs` have passed since the moment of the call: it rejects with an error whose `name` is `TimeoutError`, of the
 *   class above or another one; the wait for it keeps Node alive
 *
 * At the very moment of the timeout, and while a driver that is too late has not yet returned, a report may count or not.
 * Whatever happens later changes nothing and disturbs nobody; reporting never throws into the driver. Once the promise is
 * settled, no timer is left. All failures are rejections: `callCarefully` itself never throws.
 *
 * @param timeoutMs in milliseconds, at least 1
 */
export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  todo();
}
