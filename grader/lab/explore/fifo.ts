import type { Scheduler } from './scheduler.ts';

/** First come, first served, with the durations that the check gave: the ordinary run. */
export function fifo(): Scheduler {
  return { name: 'fifo', timed: true, choose: () => 0 };
}
