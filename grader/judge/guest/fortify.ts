import { inspect, types } from 'node:util';
import { NotStarted } from '../../course/learner.ts';
import { BusyWait } from '../../lab/clock.ts';
import { CheckFailure } from '../../lab/failure.ts';
import { SubmissionThrew } from '../../lab/lab.ts';
import { NotPlain } from '../../lab/plain.ts';
import { Immediate, Timeout } from '../../lab/timer.ts';
import type { World } from '../../lab/world.ts';
import { replaceOnabort } from './signals.ts';

declare const harden: <T>(value: T) => T;

interface ErrorClass {
  prototype: Error;
}

/** Errors of the lab's own that code in a compartment can come to hold. */
const ERROR_CLASSES: ErrorClass[] = [CheckFailure, SubmissionThrew, NotPlain, BusyWait, NotStarted];

/**
 * Lets `instanceof` tell an error without asking the value: for a proxy it would run the `getPrototypeOf` trap, a
 * submission's code in the middle of the grader's, which could throw what it likes there.
 */
function lookWithoutAsking(this: ErrorClass, untrusted: unknown): boolean {
  const { prototype } = this;
  let current = untrusted;
  while (typeof current === 'object' && current !== null && !types.isProxy(current)) {
    current = Object.getPrototypeOf(current);
    if (current === prototype) return true;
  }
  return false;
}

/** Takes real time out of reach and makes `instanceof` safe. Before lockdown, which freezes what this changes. */
export function fortifyBeforeLockdown(world: World): void {
  for (const errorClass of ERROR_CLASSES) {
    Object.defineProperty(errorClass, Symbol.hasInstance, { value: lookWithoutAsking });
  }
  // `signal.constructor.timeout` would be Node's own: real time, and a callback that outlives its check.
  const { AbortSignal: virtual } = world.globals;
  Object.setPrototypeOf(virtual, EventTarget);
  Object.defineProperty(AbortSignal.prototype, 'constructor', { value: virtual });
  // Methods of Node's own cloning: they would hand out ports, on which messages come in real time and from other checks.
  for (const key of Object.getOwnPropertySymbols(AbortSignal.prototype)) {
    if (String(key).includes('messaging_')) Reflect.deleteProperty(AbortSignal.prototype, key);
  }
  replaceOnabort();
  const { get: readTimeStamp } = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp') as {
    get(this: Event): number;
  };
  Object.defineProperty(Event.prototype, 'timeStamp', {
    get(this: Event) {
      // Refuses what is no event with Node's own error.
      readTimeStamp.call(this);
      return world.clock.read();
    },
  });
}

/**
 * Between the repair of the intrinsics and their hardening. Makes `toString` show the source of a function only where the
 * submission itself contains it: checks and the lab hand functions over. `submission` is the text of the file.
 */
export function fortifyDuringLockdown(submission: () => string): void {
  // The start compartment's own `Error`; a submission has another one.
  Object.defineProperty(Error, Symbol.hasInstance, { value: lookWithoutAsking });
  const { toString: original } = Function.prototype;
  const tamed = {
    toString(this: unknown): string {
      const text = original.call(this as () => void);
      return submission().includes(text) ? text : 'function () { [native code] }';
    },
  };
  Object.defineProperty(Function.prototype, 'toString', { value: tamed.toString });
}

/** Freezes what trusted code relies on and a submission can come to hold though it is no intrinsic. After lockdown. */
export function fortifyAfterLockdown(): void {
  for (const errorClass of ERROR_CLASSES) {
    // From a caught error, its class led to V8's own Error, whose stack hooks see every frame of the grader.
    Reflect.deleteProperty(errorClass.prototype, 'constructor');
    harden(errorClass);
  }
  harden([Timeout, Immediate, inspect]);
  // Reached only by calling something, so that hardening the globals has not found it.
  harden(Object.getPrototypeOf(new URLSearchParams().entries()));
}
