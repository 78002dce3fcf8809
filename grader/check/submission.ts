import { types } from 'node:util';
import { CheckFailure, claim } from '../lab/failure.ts';
import { SubmissionThrew } from '../lab/lab.ts';
import type { World } from '../lab/world.ts';

type AnyFunction = (...args: never[]) => unknown;

/** Made in advance: where it is needed there is no room on the stack to make it. */
const overflow = new CheckFailure(
  'Your code called a function that it was given at the very end of the stack, and there was no room left for it to run. ' +
    'Look for a recursion without an end.',
  'overflow',
);

/** As arguments they need 8 KiB of the stack. */
const ROOM: readonly number[] = Array.from({ length: 1_024 }, () => 0);
const takeRoom = (): void => {};

/**
 * Gives a check the learner's exports. What goes in is shielded: trusted functions, also inside arrays and plain
 * objects, become wrappers that show nothing of the check and stop the run when a claim inside them fails. What comes
 * out is untrusted; a synchronous throw arrives as `SubmissionThrew`.
 */
export function submissionFacade<S>(world: World, untrustedExports: unknown): S {
  const shielded = new WeakMap<AnyFunction, AnyFunction>();
  /** Generators that the submission made: they may go back to it as they are. */
  const ofSubmission = new WeakSet<object>();
  overflow.schedule = undefined;

  const shieldFunction = (trusted: AnyFunction): AnyFunction => {
    const known = shielded.get(trusted);
    if (known) return known;
    const pass = (...call: [untrustedThis: unknown, ...args: never[]]): unknown => {
      const [untrustedThis, ...args] = call;
      try {
        // Trusted code must not break in its middle, and where that would be is not to be foreseen: it may be compiled or
        // not. Who has come to the end of the stack once does not get on.
        if (world.lab?.failure === overflow) throw overflow;
        Reflect.apply(takeRoom, undefined, ROOM);
        return shield(Reflect.apply(trusted, untrustedThis, args));
      } catch (error) {
        // A claim in there that found no room would be lost.
        if (error instanceof RangeError && error.message.startsWith('Maximum call stack')) {
          world.lab?.stop(overflow);
        }
        if (!(error instanceof CheckFailure)) {
          throw error instanceof SubmissionThrew ? error.untrusted : error;
        }
        world.lab?.stop(error);
        // Not the failure itself: who holds it could change what will be reported.
        throw new Error(error.message);
      }
    };
    // It shows as many parameters as the check's own function: who pads the arguments by them must not get away with it.
    Object.defineProperty(pass, 'length', { value: trusted.length });
    const inner = world.host.shield(pass) as AnyFunction;
    // A method of an old library needs the `this` that it is called with; a proxy shows no source either.
    const wrapper = new Proxy(inner, {
      apply: (_, untrustedThis: never, args: never[]) => inner(untrustedThis, ...args),
    });
    shielded.set(trusted, wrapper);
    shielded.set(wrapper, wrapper);
    return wrapper;
  };
  const shield = (value: unknown): unknown => {
    if (typeof value === 'function') return shieldFunction(value as AnyFunction);
    if (Array.isArray(value)) return value.map(shield);
    // Methods that the submission puts on the wrapper do not deceive a check that goes on with its own generator.
    if (types.isGeneratorObject(value) && !ofSubmission.has(value) && Symbol.iterator in value) {
      return passOn(value as Generator);
    }
    if (value !== null && typeof value === 'object' && isPlainObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shield(part)]));
    }
    return value;
  };

  const read = (name: string): unknown => {
    try {
      return Reflect.get(untrustedExports as object, name);
    } catch (error) {
      // The export's variable has no value yet, or its getter is the submission's own.
      throw new SubmissionThrew(error);
    }
  };
  const call = (name: string): AnyFunction => {
    const untrusted = read(name);
    claim(
      typeof untrusted === 'function',
      `Your file exports no function \`${name}\`: keep the name and the word \`export\` of the stub.`,
    );
    return (...args) => {
      try {
        const result = (untrusted as (...all: unknown[]) => unknown)(...args.map(shield));
        if (types.isGeneratorObject(result)) ofSubmission.add(result);
        if (typeof result === 'object' && result !== null) world.returned.add(result);
        return result;
      } catch (error) {
        throw new SubmissionThrew(error);
      }
    };
  };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as S;
}

function* passOn(trusted: Generator): Generator {
  return yield* trusted;
}
// All wrappers inherit from it: what a submission left there would last from check to check.
Object.freeze(passOn.prototype);

function isPlainObject(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
