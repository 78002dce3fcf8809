import { getEventListeners } from 'node:events';
import type { VirtualClock } from './clock.ts';
import type { Trace } from './trace.ts';

/** What was not cleaned up when a promise settled. */
export interface Leftovers {
  /** Armed timers that would keep the process alive: their delay in ms, and whether they repeat. */
  readonly timers: readonly { ms: number; repeats: boolean }[];
  /** Names of the operations still in flight. */
  readonly operations: readonly string[];
  /** Abort listeners on the check's signals. */
  readonly listeners: number;
}

// Captured before any submission is loaded.
const onabort = Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'onabort') as {
  get(this: AbortSignal): unknown;
  set(this: AbortSignal, handler: unknown): void;
};

/** Abort listeners on a signal. Node keeps an empty place in the list for an `onabort` that was set back to null. */
function countListeners(signal: AbortSignal): number {
  const count = (): number => getEventListeners(signal, 'abort').length;
  const before = count();
  const handler = onabort.get.call(signal);
  onabort.set.call(signal, handler);
  const hadPlace = count() === before;
  return hadPlace && typeof handler !== 'function' ? before - 1 : before;
}

export function leftoversOf(
  clock: VirtualClock,
  trace: Trace,
  signals: readonly AbortSignal[],
): Leftovers {
  const inFlight = trace.operations().filter((span) => span.status === 'running');
  return {
    timers: clock.pendingTimeouts
      .filter((timeout) => timeout.hasRef())
      .map((timeout) => ({ ms: timeout.ms, repeats: timeout.repeats })),
    operations: inFlight.map((span) => span.name),
    listeners: signals.reduce((sum, signal) => sum + countListeners(signal), 0),
  };
}
