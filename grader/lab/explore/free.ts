import type { Scheduler } from './scheduler.ts';

/** Follows the given choices, then first come, first served; any operation under way may be next. */
export function free(choices: readonly number[]): Scheduler {
  let step = 0;
  return {
    name: 'free',
    timed: false,
    choose(enabled) {
      const wanted = choices[step] ?? 0;
      step += 1;
      // A shortened schedule stays valid: where its choice does not exist any more, the first is taken.
      return wanted < enabled.length ? wanted : 0;
    },
  };
}
