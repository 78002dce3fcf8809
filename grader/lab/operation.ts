import type { Lab } from './lab.ts';
import { plain } from './plain.ts';
import type { Span } from './trace.ts';

type Of<A extends unknown[], T> = T | ((...args: A) => T);

/** How a simulated I/O call behaves. Functions are called with the arguments copied to plain data. */
export interface OperationSpec<A extends unknown[], R> {
  /**
   * Virtual ms from the call to the reply. Two numbers are two phases: the delay before the effect takes place at the
   * other side, then the delay before its reply arrives.
   */
  takes: Of<A, number | readonly [beforeEffect: number, beforeReply: number]>;
  /** What the call resolves with; a function is called when the reply arrives. */
  returns?: Of<A, R>;
  /** What happens at the other side, between the two delays; its result is the reply. */
  effect?: (...args: A) => R;
  /** What the call rejects with; `undefined` or `false` when it succeeds. */
  fails?: Of<A, Error | false | undefined>;
}

// Captured before any submission is loaded: a signal comes from untrusted code and may carry methods of its own.
const { addEventListener, removeEventListener } = EventTarget.prototype;
const signalGetter = (name: 'aborted' | 'reason') =>
  Object.getOwnPropertyDescriptor(AbortSignal.prototype, name)?.get as (
    this: AbortSignal,
  ) => unknown;
const readAborted = signalGetter('aborted');
const readReason = signalGetter('reason');

/** The AbortSignal among the arguments, given as such or as `{ signal }`. */
function findSignal(untrustedArgs: readonly unknown[]): AbortSignal | undefined {
  for (const arg of untrustedArgs) {
    if (typeof arg !== 'object' || arg === null) continue;
    if (arg instanceof AbortSignal) return arg;
    const { signal } = arg as { signal?: unknown };
    if (signal instanceof AbortSignal) return signal;
  }
  return undefined;
}

function valueFor<A extends unknown[], T>(of: Of<A, T>, args: A): T {
  return typeof of === 'function' ? (of as (...args: A) => T)(...args) : of;
}

/** One call of an operation, from its start to its end. */
class Call<A extends unknown[], R> {
  readonly #lab: Lab;
  readonly #spec: OperationSpec<A, R>;
  readonly #args: A;
  readonly #span: Span;
  readonly #signal: AbortSignal | undefined;
  readonly #promise = Promise.withResolvers<R>();
  #cancelPending: () => void = () => {};
  #reply: (() => R) | undefined;

  constructor(lab: Lab, name: string, spec: OperationSpec<A, R>, args: A, signal?: AbortSignal) {
    this.#lab = lab;
    this.#spec = spec;
    this.#args = args;
    this.#signal = signal;
    this.#span = lab.trace.begin(name, 'operation', args, lab.now);
  }

  start(): Promise<R> {
    if (this.#signal && readAborted.call(this.#signal)) {
      this.#abort();
      return this.#promise.promise;
    }
    if (this.#signal) addEventListener.call(this.#signal, 'abort', this.#abort, { once: true });
    const takes = valueFor(this.#spec.takes, this.#args);
    if (typeof takes === 'number') this.#after(takes, () => this.#finish(true));
    else {
      this.#after(takes[0], () => {
        this.#applyEffect();
        this.#after(takes[1], () => this.#finish(false));
      });
    }
    return this.#promise.promise;
  }

  #after(ms: number, then: () => void): void {
    this.#cancelPending = this.#lab.schedule(this.#span.name, ms, then);
  }

  #applyEffect(): void {
    const { effect } = this.#spec;
    if (!effect) return;
    const result = effect(...this.#args);
    this.#reply = () => result;
  }

  #finish(effectToo: boolean): void {
    if (effectToo) this.#applyEffect();
    const failure = valueFor(this.#spec.fails, this.#args);
    if (failure !== undefined && failure !== false) {
      this.#lab.expectedErrors.add(failure);
      this.#end('failed');
      this.#promise.reject(failure);
      return;
    }
    this.#end('ok');
    const reply = this.#reply ?? (() => valueFor(this.#spec.returns, this.#args) as R);
    this.#promise.resolve(reply());
  }

  #end(status: Span['status']): void {
    this.#span.status = status;
    this.#span.end = this.#lab.now;
    if (this.#signal) removeEventListener.call(this.#signal, 'abort', this.#abort);
  }

  #abort = (): void => {
    this.#cancelPending();
    this.#end('aborted');
    this.#promise.reject(readReason.call(this.#signal as AbortSignal));
  };
}

/**
 * Makes a traced async function: each call opens a span, takes virtual time, and honours an AbortSignal among its
 * arguments by ending at once and rejecting with the signal's reason. `name` is the lane, or makes it from the arguments.
 */
export function createOperation<A extends unknown[], R>(
  lab: Lab,
  name: Of<A, string>,
  spec: OperationSpec<A, R>,
): (...args: A) => Promise<R> {
  return async (...untrustedArgs) => {
    const args = untrustedArgs.map((arg) => plain(arg)) as A;
    return new Call(lab, valueFor(name, args), spec, args, findSignal(untrustedArgs)).start();
  };
}
