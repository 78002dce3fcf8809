/** Wakes any number of sleepers with one timer. */
export interface AlarmClock {
  /**
   * Sleeps for `ms` milliseconds from the moment of the call, and resolves then.
   *
   * @param ms a whole number from 1 to 2,147,483,647, which is the most that `setTimeout` can do
   */
  sleep(ms: number): Promise<void>;
}

interface Sleeper {
  readonly at: number;
  wake(): void;
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
  /** The next one to wake first. */
  const sleepers: Sleeper[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    const [next] = sleepers;
    // Rounded up: a timer that fires a fraction of a millisecond too early wakes nobody.
    if (next) timer = setTimeout(ring, Math.max(1, Math.ceil(next.at - performance.now())));
  };
  const ring = (): void => {
    const now = performance.now();
    while (sleepers[0] && sleepers[0].at <= now) sleepers.shift()?.wake();
    arm();
  };

  return {
    sleep(ms) {
      const at = performance.now() + ms;
      const { promise, resolve: wake } = Promise.withResolvers<void>();
      let place = sleepers.length;
      // Behind those with the same time, so that first come is first woken.
      while (place > 0 && (sleepers[place - 1] as Sleeper).at > at) place -= 1;
      sleepers.splice(place, 0, { at, wake });
      if (place === 0) arm();
      return promise;
    },
  };
}
