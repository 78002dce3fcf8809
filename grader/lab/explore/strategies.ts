import { fifo } from './fifo.ts';
import { free } from './free.ts';
import { pct } from './pct.ts';
import { randomDurations } from './random-durations.ts';
import type { Scheduler } from './scheduler.ts';
import type { Schedule } from './token.ts';

/** The scheduler that repeats a schedule, made from its name and choices alone. */
export function schedulerFor({ name, choices }: Schedule): Scheduler {
  if (name === 'fifo') return fifo();
  if (name === 'free') return free(choices);
  const durations = /^dur([0-9a-z]+)$/.exec(name);
  if (durations?.[1]) return randomDurations(Number.parseInt(durations[1], 36));
  throw new RangeError(
    `Cannot replay a schedule of kind "${name}": copy the whole text after --replay`,
  );
}

/** How long a check may search: how many runs each strategy may have. */
export interface Budget {
  exhaustive: number;
  durations: number;
  pctDepth2: number;
  pctDepth3: number;
  /** Random cases that a check tries outside an exploration (`lab.cases`). */
  cases: number;
}

/** Found seven classic races, and 99 of 100 bugs of depth 2 in ten steps; a fifth of a second at the most. */
export const DEFAULT_BUDGET: Budget = {
  exhaustive: 500,
  durations: 50,
  pctDepth2: 100,
  pctDepth3: 50,
  cases: 200,
};

/** For proofs, which repeat a check with many seeds. */
export const SHORT_BUDGET: Budget = {
  exhaustive: 30,
  durations: 4,
  pctDepth2: 4,
  pctDepth3: 2,
  cases: 10,
};

/** The random part of an exploration, for programs with too many schedules to try them all. */
export function* randomStrategies(
  seed: number,
  steps: number,
  budget: Budget,
): Generator<Scheduler> {
  for (let i = 0; i < budget.durations; i++) yield randomDurations((seed + i) >>> 0);
  for (let i = 0; i < budget.pctDepth2; i++) yield pct((seed + 1_000 + i) >>> 0, 2, steps);
  for (let i = 0; i < budget.pctDepth3; i++) yield pct((seed + 2_000 + i) >>> 0, 3, steps);
}
