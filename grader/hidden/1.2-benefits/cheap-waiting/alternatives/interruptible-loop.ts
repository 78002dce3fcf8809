interface Sleeper {
  at: number;
  wake: () => void;
}

// A loop that lives while anybody sleeps: it waits until the next time is up, or until somebody comes.
export function createAlarmClock(): { sleep(ms: number): Promise<void> } {
  let sleepers: Sleeper[] = [];
  let interrupt: (() => void) | undefined;

  const waitOrInterrupt = (ms: number): Promise<void> =>
    new Promise((goOn) => {
      const timer = setTimeout(goOn, ms);
      interrupt = () => {
        clearTimeout(timer);
        goOn();
      };
    });

  const loop = async (): Promise<void> => {
    // Those who come in this turn are seen together.
    await undefined;
    while (sleepers.length > 0) {
      const now = performance.now();
      for (const { wake } of sleepers.filter(({ at }) => at <= now)) wake();
      sleepers = sleepers.filter(({ at }) => at > now);
      const [next] = sleepers;
      if (next) await waitOrInterrupt(next.at - now);
    }
    interrupt = undefined;
  };

  return {
    sleep: (ms) =>
      new Promise((wake) => {
        const sleeper = { at: performance.now() + ms, wake };
        let place = sleepers.length;
        while (place > 0 && (sleepers[place - 1] as Sleeper).at > sleeper.at) place -= 1;
        const isIdle = sleepers.length === 0;
        sleepers.splice(place, 0, sleeper);
        if (interrupt) {
          if (place === 0) interrupt();
        } else if (isIdle) void loop();
      }),
  };
}
