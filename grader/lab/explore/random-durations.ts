import { createRandom } from '../random.ts';
import type { Scheduler } from './scheduler.ts';

/** Every operation takes 1 to 100 virtual ms, and what is due at once comes in random order. */
export function randomDurations(seed: number): Scheduler {
  const random = createRandom(seed);
  return {
    name: `dur${seed.toString(36)}`,
    timed: true,
    duration: () => random.int(1, 100),
    choose: (enabled) => random.int(0, enabled.length - 1),
  };
}
