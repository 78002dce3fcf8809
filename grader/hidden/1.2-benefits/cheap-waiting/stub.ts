import { todo } from '#course';

/** Wakes any number of sleepers with one timer. */
export interface AlarmClock {
  /**
   * Sleeps for `ms` milliseconds from the moment of the call, and resolves then.
   *
   * @param ms a whole number from 1 to 2,147,483,647, which is the most that `setTimeout` can do
   */
  sleep(ms: number): Promise<void>;
}

/**
 * Makes an alarm clock. While anybody sleeps, exactly one timer of the platform is armed, and it fires when the next
 * sleeper is to be woken, not before. While nobody sleeps, none is.
 *
 * Sleepers wake when their time is up, in that order. Those whose time is up at the same moment all wake at that moment,
 * in the order in which they called `sleep`. If the event loop was blocked meanwhile, those who are late all wake as soon
 * as it is free, also in the order of their times, and nobody else becomes late by it. Several clocks know nothing of each
 * other.
 */
export function createAlarmClock(): AlarmClock {
  todo();
}
