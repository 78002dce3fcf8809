import type { Enabled } from '../event.ts';

/** Decides what happens next wherever more than one thing may. One scheduler lives for one run. */
export interface Scheduler {
  /** Short word for the replay token: `fifo`, `free`, `dur`, … */
  readonly name: string;
  /**
   * `true`: operations take the time they take, and only what is due at the same instant is chosen from. `false`: any
   * operation under way may be the next to finish, and time is merely the rank.
   */
  readonly timed: boolean;
  /** Replaces an operation's duration; both in virtual ms. */
  duration?(nominalMs: number): number;
  /** An index into `enabled`, which holds at least two things, first come first. */
  choose(enabled: readonly Enabled[]): number;
}
