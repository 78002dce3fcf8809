import type { Scheduler } from './explore/scheduler.ts';
import { CheckFailure } from './failure.ts';
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

/** Tells `world` of rejections that nobody handles while `run` is under way, in place of whoever runs the tests. */
export async function reportingRejections<T>(world: World, run: () => Promise<T>): Promise<T> {
  const report = (reason: unknown): void => world.unhandledRejection(reason);
  const ignore = (): void => {};
  const others = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', report).on('rejectionHandled', ignore);
  try {
    return await run();
  } finally {
    process.off('unhandledRejection', report).off('rejectionHandled', ignore);
    for (const listener of others) process.on('unhandledRejection', listener);
  }
}

/** What `run` fails with, as the kind and the sentence of a check's failure. */
export async function failureOf(run: () => unknown): Promise<{ kind: string; sentence: string }> {
  try {
    await run();
  } catch (error) {
    if (error instanceof CheckFailure) return { kind: error.kind, sentence: error.message };
    throw error;
  }
  throw new Error('It did not fail');
}
