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

/** Node's place in the list for an `onabort` that was taken back: it stays there. */
const isEmptyPlace = (listener: object): boolean =>
  'handler' in listener && typeof listener.handler !== 'function';

const countListeners = (signal: AbortSignal): number =>
  getEventListeners(signal, 'abort').filter((listener) => !isEmptyPlace(listener)).length;

export function leftoversOf(
  clock: VirtualClock,
  trace: Trace,
  signals: readonly AbortSignal[],
  abortListeners = countListeners,
): Leftovers {
  const inFlight = trace.operations().filter((span) => span.status === 'running');
  return {
    timers: clock.pendingTimeouts
      .filter((timeout) => timeout.hasRef())
      .map((timeout) => ({ ms: timeout.ms, repeats: timeout.repeats })),
    operations: inFlight.map((span) => span.name),
    listeners: signals.reduce((sum, signal) => sum + abortListeners(signal), 0),
  };
}
