import { todo } from '#course';

/**
 * Waits, and stops waiting when the signal is aborted.
 *
 * While it waits, its timer keeps the process alive. Once it is over, nothing of it is left: no armed timer, and no
 * abort listener on a signal that lives on.
 *
 * @param ms how long to wait: a whole number of milliseconds, from 1 to what `setTimeout` can take (2 ** 31 - 1)
 * @param signal ends the waiting early; one signal may end many sleeps, and only those it was given to
 * @returns a promise that is fulfilled with nothing after `ms`; the call itself never throws
 * @throws (as a rejection) `signal.reason`, whatever it is, at the moment of the abort; at once when the signal is
 * already aborted
 */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  todo();
}
