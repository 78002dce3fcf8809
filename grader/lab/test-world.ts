import type { Scheduler } from './explore/scheduler.ts';
import type { Lab } from './lab.ts';
import { World } from './world.ts';

/** A world for the lab's own tests: timers are handed in, nothing is installed, stacks name nobody. */
export function testWorld(): World {
  return new World({
    onTurn: () => {},
    shield: (trusted) => trusted,
    stackOf: (error) => error.stack ?? '',
    sitesIn: () => [],
  });
}

/** A lab at time 0 with its world's globals. */
export function testLab(scheduler?: Scheduler): { lab: Lab; world: World } & World['globals'] {
  const world = testWorld();
  const lab = world.newLab(1, scheduler);
  return { lab, world, ...world.globals };
}
