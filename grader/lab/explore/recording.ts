import type { Scheduler } from './scheduler.ts';
import type { Schedule } from './token.ts';

/** A scheduler that remembers its choices, so that any run can be repeated as a `free` one. */
export interface Recording extends Scheduler {
  readonly schedule: Schedule;
  /** From how many it chose, at each point. */
  readonly widths: readonly number[];
}

export function recording(scheduler: Scheduler): Recording {
  const choices: number[] = [];
  const widths: number[] = [];
  const { duration } = scheduler;
  return {
    name: scheduler.name,
    timed: scheduler.timed,
    widths,
    // What a timed scheduler chose follows from its name; an untimed one is repeated by its choices alone.
    schedule: scheduler.timed ? { name: scheduler.name, choices: [] } : { name: 'free', choices },
    ...(duration ? { duration: (nominalMs: number) => duration(nominalMs) } : {}),
    choose(enabled) {
      const choice = scheduler.choose(enabled);
      choices.push(choice);
      widths.push(enabled.length);
      return choice;
    },
  };
}
