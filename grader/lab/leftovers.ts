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
    listeners: signals.reduce((sum, s) => sum + getEventListeners(s, 'abort').length, 0),
  };
}
