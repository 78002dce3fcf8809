import { CheckFailure, claim } from '../lab/failure.ts';
import { SubmissionThrew } from '../lab/lab.ts';
import type { World } from '../lab/world.ts';

type AnyFunction = (...args: never[]) => unknown;

/**
 * Gives a check the learner's exports. What goes in is shielded: trusted functions, also inside arrays and plain
 * objects, become wrappers that show nothing of the check and stop the run when a claim inside them fails. What comes
 * out is untrusted; a synchronous throw arrives as `SubmissionThrew`.
 */
export function submissionFacade<S>(world: World, untrustedExports: unknown): S {
  const shielded = new WeakMap<AnyFunction, AnyFunction>();

  const shieldFunction = (trusted: AnyFunction): AnyFunction => {
    const known = shielded.get(trusted);
    if (known) return known;
    const wrapper = world.host.shield((...args: never[]) => {
      try {
        return shield(trusted(...args));
      } catch (error) {
        if (error instanceof CheckFailure) world.lab?.stop(error);
        throw error;
      }
    });
    shielded.set(trusted, wrapper);
    shielded.set(wrapper, wrapper);
    return wrapper;
  };
  const shield = (value: unknown): unknown => {
    if (typeof value === 'function') return shieldFunction(value as AnyFunction);
    if (Array.isArray(value)) return value.map(shield);
    if (value !== null && typeof value === 'object' && isPlainObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shield(part)]));
    }
    return value;
  };

  const call = (name: string): AnyFunction => {
    const untrusted: unknown = Reflect.get(untrustedExports as object, name);
    claim(
      typeof untrusted === 'function',
      `Your file exports no function \`${name}\`: keep the name and the word \`export\` of the stub.`,
    );
    return (...args) => {
      try {
        return (untrusted as (...all: unknown[]) => unknown)(...args.map(shield));
      } catch (error) {
        throw new SubmissionThrew(error);
      }
    };
  };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as S;
}

function isPlainObject(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype;
}
