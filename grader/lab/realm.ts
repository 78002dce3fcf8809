import type { VirtualClock } from './clock.ts';
import type { Random } from './random.ts';

type Callback = (...args: unknown[]) => unknown;

const NativeDate = Date;
const NativeAbortSignal = AbortSignal;
const NativeAbortController = AbortController;

/**
 * `Date` on the virtual clock. Written here because fake-timers' own `Date` carries a link to its clock, with which a
 * submission could set the time.
 */
function createDate(now: () => number): DateConstructor {
  function LabDate(this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new NativeDate(now()).toString();
    const target = new.target === (LabDate as unknown) ? NativeDate : new.target;
    return Reflect.construct(NativeDate, args.length === 0 ? [now()] : args, target);
  }
  const properties = {
    name: { value: 'Date' },
    length: { value: 7 },
    prototype: { value: NativeDate.prototype, writable: false },
    now: { value: now, writable: true, configurable: true },
    parse: { value: NativeDate.parse, writable: true, configurable: true },
    UTC: { value: NativeDate.UTC, writable: true, configurable: true },
  };
  return Object.defineProperties(LabDate, properties) as unknown as DateConstructor;
}

/** Real deadlines are invisible to a virtual clock, so `AbortSignal.timeout` runs on the lab's own timer. */
function timeoutSignal(clock: VirtualClock, ms: number): AbortSignal {
  // Refuses it with Node's own error.
  if (!(Number.isInteger(ms) && ms >= 0 && ms < 2 ** 32)) NativeAbortSignal.timeout(ms);
  const controller = new NativeAbortController();
  const expire = (): void => {
    controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  };
  // Natively such a deadline does not keep the process alive.
  clock.setTimeout(expire, ms, [], false).unref();
  return controller.signal;
}

function createAbortSignal(clock: VirtualClock): typeof AbortSignal {
  const signal = function AbortSignal(): AbortSignal {
    // Refuses it with Node's own error.
    return new NativeAbortSignal();
  };
  Object.defineProperties(signal, {
    prototype: { value: NativeAbortSignal.prototype, writable: false },
    timeout: { value: (ms: number) => timeoutSignal(clock, ms) },
    abort: { value: (reason?: unknown) => NativeAbortSignal.abort(reason) },
    any: { value: (signals: AbortSignal[]) => NativeAbortSignal.any(signals) },
  });
  return signal as unknown as typeof AbortSignal;
}

function createMath(random: () => Random): Math {
  const descriptors = Object.getOwnPropertyDescriptors(Math);
  const math = Object.create(Object.prototype, descriptors) as Math;
  return Object.defineProperty(math, 'random', { value: () => random().next() });
}

/** The globals that tell time, wait or throw dice: everything through which code could notice that time is virtual. */
export interface RealmGlobals {
  setTimeout: (callback: Callback, delay?: unknown, ...args: unknown[]) => unknown;
  clearTimeout: (handle?: unknown) => void;
  setInterval: (callback: Callback, delay?: unknown, ...args: unknown[]) => unknown;
  clearInterval: (handle?: unknown) => void;
  setImmediate: (callback: Callback, ...args: unknown[]) => unknown;
  clearImmediate: (handle?: unknown) => void;
  Date: DateConstructor;
  performance: { now(): number; timeOrigin: number };
  AbortSignal: typeof AbortSignal;
  Math: Math;
}

/**
 * Builds the virtual globals for one clock. `install.ts` puts them on `globalThis` (vitest); the judge hands them to a
 * compartment. `random` is asked at each call, so that every schedule can have a generator of its own.
 */
export function createRealm(clock: VirtualClock, random: () => Random): RealmGlobals {
  const now = (): number => clock.read();
  return {
    setTimeout: (callback, delay, ...args) => clock.setTimeout(callback, delay, args, false),
    clearTimeout: (handle) => clock.clearTimeout(handle),
    setInterval: (callback, delay, ...args) => clock.setTimeout(callback, delay, args, true),
    clearInterval: (handle) => clock.clearTimeout(handle),
    setImmediate: (callback, ...args) => clock.setImmediate(callback, args),
    clearImmediate: (handle) => clock.clearImmediate(handle),
    // A date has no fractions of a millisecond.
    Date: createDate(() => Math.floor(now())),
    performance: { now, timeOrigin: 0 },
    AbortSignal: createAbortSignal(clock),
    Math: createMath(random),
  };
}
