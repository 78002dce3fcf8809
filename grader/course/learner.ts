/**
 * What an exercise may import from `#course`.
 */

/** Thrown by `todo()`; whoever runs a test goes by the flag, not by this error. */
export class NotStarted extends Error {
  override name = 'NotStarted';
}

let reached = false;

/** For whoever runs tests: tells whether `todo()` was reached since it was last asked. */
export const todoFlag = {
  take(): boolean {
    const was = reached;
    reached = false;
    return was;
  },
};

/**
 * Marks a function as not written yet. A test that reaches it is reported as "not started", even when the error is
 * caught, so a stub can never pass a test that expects an error.
 */
export function todo(): never {
  reached = true;
  throw new NotStarted('Not started: replace todo() by your code');
}
