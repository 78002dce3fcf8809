import type { Enabled } from '../event.ts';
import { createRandom } from '../random.ts';
import type { Scheduler } from './scheduler.ts';

/**
 * Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010), with chains of causes in
 * the place of threads: the chain of highest random priority always runs; at `depth - 1` random points among `steps`
 * the running chain falls to the bottom. Finds a bug of that depth among n chains with probability of at least
 * 1 / (n * steps^(depth - 1)) in each run.
 */
export function pct(seed: number, depth: number, steps: number): Scheduler {
  const random = createRandom(seed);
  const priorities = new Map<number, number>();
  const changePoints = new Set<number>();
  while (changePoints.size < Math.min(depth - 1, steps)) changePoints.add(random.int(0, steps - 1));
  let step = 0;
  let lowest = 0;

  const priorityOf = ({ chain }: Enabled): number => {
    let priority = priorities.get(chain);
    if (priority === undefined) {
      priority = depth + random.next();
      priorities.set(chain, priority);
    }
    return priority;
  };
  const highest = (enabled: readonly Enabled[]): number => {
    const ranked = enabled.map(priorityOf);
    return ranked.indexOf(Math.max(...ranked));
  };

  return {
    name: `pct${seed.toString(36)}`,
    timed: false,
    choose(enabled) {
      let index = highest(enabled);
      if (changePoints.has(step)) {
        lowest -= 1;
        priorities.set((enabled[index] as Enabled).chain, lowest);
        index = highest(enabled);
      }
      step += 1;
      return index;
    },
  };
}
