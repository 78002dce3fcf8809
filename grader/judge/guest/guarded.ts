import { types } from 'node:util';
import type { Check } from '../../check/check.ts';
import { CheckFailure } from '../../lab/failure.ts';
import { SubmissionThrew } from '../../lab/lab.ts';
import type { Expect } from '../../lab/matchers.ts';
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

function threw(untrusted: unknown): CheckFailure {
  const sentence = `Your code threw "${errorText(untrusted)}" while the judge looked at what it had handed over.`;
  return new CheckFailure(sentence, 'threw');
}

/**
 * The matchers, of which nothing but their claims escapes: they are proven, so that whatever else one of them throws comes
 * from the value it looks at, for example from an error of the check's own to which the submission gave a getter.
 */
function guardedExpect(expect: Expect): Expect {
  return ((actual: never) =>
    new Proxy(expect(actual), {
      get(matchers, name) {
        const matcher: unknown = Reflect.get(matchers, name);
        if (typeof matcher !== 'function') return matcher;
        return (...args: unknown[]) => {
          try {
            return Reflect.apply(matcher, matchers, args);
          } catch (error) {
            throw error instanceof CheckFailure ? error : threw(error);
          }
        };
      },
    })) as Expect;
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
        await check.body({ ...context, expect: guardedExpect(context.expect) });
      } catch (error) {
        if (error instanceof CheckFailure || error instanceof SubmissionThrew) throw error;
        throw isOurs(error, host) ? error : threw(error);
      }
    },
  };
}
