/**
 * V8 adds its newest functions to the intrinsics whenever it starts from a snapshot, and breaks down where an object does
 * not take them. So what it may add to stays open in the snapshot, and is frozen, with all that has come, at the start. This
 * must be loaded before SES, which keeps the `Object.freeze` that it finds.
 */
declare const harden: <T>(value: T) => T;

const { freeze, getOwnPropertyDescriptor, getPrototypeOf } = Object;

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/** What this V8 adds to, and what instances inherit from. Where one is missing no guest starts at all. */
const growing = new Set<object>([
  ...[Date, Error, Iterator, Map, Promise, RegExp, Uint8Array, WeakMap].flatMap(
    (made): object[] => [made, made.prototype],
  ),
  Atomics,
  getPrototypeOf(getPrototypeOf(async function* () {}.prototype)),
]);
const held = new Set<object>();
let isStarted = false;

// Node takes it away before the snapshot is taken, and V8 sets it at every start.
Reflect.deleteProperty(Error, 'stackTraceLimit');

Object.freeze = (<T extends object>(value: T): T => {
  if (isStarted || !growing.has(value)) return freeze(value);
  held.add(value);
  return value;
}) as typeof Object.freeze;

/** Gives the real `freeze` back. To be called when SES has been loaded. */
export function restoreFreeze(): void {
  Object.freeze = freeze;
}

/** Freezes for good what was kept open. To be called first when a guest starts. */
export function freezeWhatHasGrown(): void {
  isStarted = true;
  for (const object of held) {
    freeze(object);
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = getOwnPropertyDescriptor(object, key) as PropertyDescriptor;
      for (const part of [value, get, set])
        if (isObject(part) && !Object.isFrozen(part)) harden(part);
    }
  }
}
