import type { Scheduler } from './scheduler.ts';

/** Last come, first served: everything finishes in the reverse of the order in which it was started. */
export function lifo(): Scheduler {
  return { name: 'lifo', timed: false, choose: (enabled) => enabled.length - 1 };
}
