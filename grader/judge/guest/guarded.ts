import { types } from 'node:util';
import type { Check } from '../../check/check.ts';
import { CheckFailure } from '../../lab/failure.ts';
import { SubmissionThrew } from '../../lab/lab.ts';
import { errorText } from '../../lab/plain.ts';
import type { WorldHost } from '../../lab/world.ts';

/** Whether an error is one that trusted code made: a bug of the course. */
function isOurs(error: unknown, { stackOf, sitesIn }: WorldHost): boolean {
  if (!types.isNativeError(error)) return false;
  try {
    // The course has no endless recursion; who calls it at the very end of the stack makes it overflow.
    if (error instanceof RangeError) return false;
    const stack = stackOf(error);
    return stack !== '' && sitesIn(stack).length === 0;
  } catch {
    return false;
  }
}

/**
 * A check of which nothing escapes that the submission threw. A getter, a trap or an `inspect` method that trusted code
 * comes across can throw anything, also `undefined`, through that code: it must neither count as the check's silence,
 * which is a pass, nor as a fault of the grader's.
 */
export function guarded(check: Check, host: WorldHost): Check {
  return {
    ...check,
    async body(context) {
      try {
        await check.body(context);
      } catch (error) {
        if (error instanceof CheckFailure || error instanceof SubmissionThrew) throw error;
        if (isOurs(error, host)) throw error;
        const sentence = `Your code threw "${errorText(error)}" while the judge looked at what it had handed over.`;
        throw new CheckFailure(sentence, 'threw');
      }
    },
  };
}
