import type { RealmGlobals } from '../../lab/realm.ts';
import type { World } from '../../lab/world.ts';

declare const harden: <T>(value: T) => T;

type Callback = (...args: unknown[]) => unknown;

/** What the lab's handles can do, as far as a submission may know. */
interface LabsHandle {
  ref(): unknown;
  unref(): unknown;
  hasRef(): boolean;
  refresh(): unknown;
  close(): unknown;
}

/** The timers that have been asked for their number: like in Node, only these can be cleared by it. */
interface Numbered {
  last: number;
  timeouts: Map<number, Timeout>;
}

/**
 * The handle of a submission's timer. Not the lab's own, which has methods for the clock and a number that leads to any
 * timer: the check's are on the same clock, and nobody may clear those.
 */
class Timeout {
  readonly #numbered: Numbered;
  #handle: LabsHandle | undefined;
  #number = 0;

  constructor(numbered: Numbered) {
    this.#numbered = numbered;
  }

  static set(timeout: Timeout, handle: unknown): void {
    timeout.#handle = handle as LabsHandle;
  }

  static clear(untrusted: unknown, numbered: Numbered): void {
    const isNumber = typeof untrusted === 'number' || typeof untrusted === 'string';
    const timeout = isNumber ? numbered.timeouts.get(Number(untrusted)) : untrusted;
    if (typeof timeout === 'object' && timeout !== null && #handle in timeout) timeout.close();
  }

  ref(): this {
    this.#handle?.ref();
    return this;
  }

  unref(): this {
    this.#handle?.unref();
    return this;
  }

  hasRef(): boolean {
    return this.#handle?.hasRef() ?? false;
  }

  refresh(): this {
    this.#handle?.refresh();
    return this;
  }

  close(): this {
    this.#handle?.close();
    this.#numbered.timeouts.delete(this.#number);
    return this;
  }

  [Symbol.toPrimitive](): number {
    if (this.#number === 0) {
      this.#numbered.last += 1;
      this.#number = this.#numbered.last;
      this.#numbered.timeouts.set(this.#number, this);
    }
    return this.#number;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

const { set, clear } = Timeout;
// Only for the functions below: who holds a handle could climb to its class.
Reflect.deleteProperty(Timeout.prototype, 'constructor');

type Timers = Pick<RealmGlobals, 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'>;

/** Freezes what all handles share. After lockdown. */
export function hardenTimers(): void {
  harden(Timeout);
}

/** The timer functions of one compartment. */
export function createTimers({ globals, host }: World): Timers {
  const numbered: Numbered = { last: 0, timeouts: new Map() };
  const arm =
    (name: 'setTimeout' | 'setInterval') =>
    (callback: Callback, delay?: unknown, ...args: unknown[]): unknown => {
      const timeout = new Timeout(numbered);
      // What is no function goes on as it is, to be refused with Node's own error.
      const bound =
        typeof callback === 'function'
          ? (...given: unknown[]) => Reflect.apply(callback, timeout, given)
          : callback;
      set(timeout, globals[name](bound, delay, ...args));
      return timeout;
    };
  const disarm = (untrusted?: unknown): void => clear(untrusted, numbered);
  return {
    setTimeout: host.shield(arm('setTimeout')),
    clearTimeout: host.shield(disarm),
    setInterval: host.shield(arm('setInterval')),
    clearInterval: host.shield(disarm),
  };
}
