export const misconception = {
  belief: {
    en: 'A loop that waits for the first of the list, wakes it and goes on to the next wakes everybody in time.',
    zh: '写一个循环：等待列表中的第一个，叫醒它，再等下一个，这样每个都能按时醒来。',
  },
  refutation: {
    en: 'While the loop waits, somebody may come whose time is up earlier. That one stands first in the list, but the timer is still set for the other. Whoever becomes the first must set the timer anew.',
    zh: '循环等待期间，可能来一个时间更早到的。它排到了列表的最前面，定时器却仍是为原来那个设的。谁成了第一个，就要重新设定时器。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];
  let running = false;

  const loop = async (): Promise<void> => {
    running = true;
    for (let first = sleepers[0]; first; first = sleepers[0]) {
      const ms = first.at - performance.now();
      if (ms > 0) await new Promise((over) => setTimeout(over, ms));
      while (sleepers[0] && sleepers[0].at <= performance.now()) sleepers.shift()?.wake();
    }
    running = false;
  };

  return {
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        const at = performance.now() + ms;
        const place = sleepers.findLastIndex((sleeper) => sleeper.at <= at) + 1;
        sleepers.splice(place, 0, { at, wake });
        if (!running) void loop();
      });
    },
  };
}
