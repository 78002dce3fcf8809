import { CheckFailure } from '../failure.ts';
import type { Lab } from '../lab.ts';
import { assertNothingEscaped } from '../postconditions.ts';
import type { World } from '../world.ts';
import { nextChoices } from './exhaustive.ts';
import { fifo } from './fifo.ts';
import { free } from './free.ts';
import { lifo } from './lifo.ts';
import { type Recording, recording } from './recording.ts';
import type { Scheduler } from './scheduler.ts';
import { shrink } from './shrink.ts';
import { type Budget, DEFAULT_BUDGET, randomStrategies, schedulerFor } from './strategies.ts';
import type { Schedule } from './token.ts';

/** One run of the check under a schedule; it makes claims about what it sees. */
export type Scenario = (lab: Lab) => Promise<void>;

export interface Exploration {
  /** How many schedules were run without a failure. */
  schedules: number;
  /** Whether these were all the schedules that there are. */
  complete: boolean;
}

export interface ExploreOptions {
  seed: number;
  budget?: Budget;
  /** Run this schedule alone. */
  replay?: Schedule | undefined;
}

interface Attempt {
  recorded: Recording;
  failure: CheckFailure | undefined;
}

/** Each run of such a failure is as long as a run can be, so it is not made smaller. */
const NEVER_ENDING = new Set(['livelock', 'blocked']);

class Explorer {
  readonly #world: World;
  readonly #seed: number;
  readonly #scenario: Scenario;
  schedules = 0;

  constructor(world: World, seed: number, scenario: Scenario) {
    this.#world = world;
    this.#seed = seed;
    this.#scenario = scenario;
  }

  async attempt(scheduler: Scheduler): Promise<Attempt> {
    const recorded = recording(scheduler);
    const lab = this.#world.newLab(this.#seed, recorded);
    this.schedules += 1;
    try {
      await this.#scenario(lab);
      assertNothingEscaped(lab);
      return { recorded, failure: undefined };
    } catch (error) {
      if (!(error instanceof CheckFailure)) throw error;
      return { recorded, failure: error };
    }
  }

  /** Runs one schedule; a failure is made smaller, run once more and thrown. */
  async mustHold(scheduler: Scheduler): Promise<Recording> {
    const { recorded, failure } = await this.attempt(scheduler);
    if (failure) throw await this.#smallest(recorded.schedule, failure);
    return recorded;
  }

  async #smallest(schedule: Schedule, failure: CheckFailure): Promise<CheckFailure> {
    const tried = this.schedules;
    let smallest = schedule;
    if (schedule.name === 'free' && !NEVER_ENDING.has(failure.kind)) {
      const choices = await shrink(schedule.choices, async (candidate) => {
        const { failure: other } = await this.attempt(free(candidate));
        return other?.kind === failure.kind;
      });
      smallest = { name: 'free', choices };
    }
    const { failure: repeated } = await this.attempt(schedulerFor(smallest));
    const shown = repeated ?? failure;
    shown.schedule = smallest;
    shown.message += repeated
      ? `\nSeen in the ${ordinal(tried)} order of events that was tried: operations may finish in any order.`
      : '\nIt happened once and not again in the same order: the code uses a source that the lab does not control.';
    return shown;
  }
}

function ordinal(n: number): string {
  const teens = n % 100 > 10 && n % 100 < 14;
  const suffix = teens ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${suffix}`;
}

/**
 * Runs `scenario` under many schedules: in order, in reverse, then all of them when they are few, otherwise random
 * durations and PCT. What must hold then holds whatever finishes first, so claim no times in a scenario.
 *
 * @throws {CheckFailure} for the first schedule that fails, shrunk, with the schedule to repeat it.
 */
export async function explore(
  world: World,
  scenario: Scenario,
  { seed, budget = DEFAULT_BUDGET, replay }: ExploreOptions,
): Promise<Exploration> {
  const explorer = new Explorer(world, seed, scenario);
  if (replay) {
    const { failure } = await explorer.attempt(schedulerFor(replay));
    if (failure) {
      failure.schedule = replay;
      throw failure;
    }
    return { schedules: 1, complete: false };
  }

  await explorer.mustHold(fifo());
  await explorer.mustHold(lifo());
  let choices: number[] | undefined = [];
  let steps = 1;
  for (let i = 0; i < budget.exhaustive && choices; i++) {
    const { schedule, widths } = await explorer.mustHold(free(choices));
    steps = Math.max(steps, widths.length);
    choices = nextChoices(schedule.choices, widths);
  }
  if (!choices) return { schedules: explorer.schedules, complete: true };

  world.seeded = true;
  for (const scheduler of randomStrategies(seed, steps, budget)) await explorer.mustHold(scheduler);
  return { schedules: explorer.schedules, complete: false };
}
