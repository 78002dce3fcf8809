export const misconception = {
  belief: {
    en: 'The timer was set for the first sleeper, so when it fires I wake the first and set it for the next.',
    zh: '定时器是为第一个睡眠者设的，所以它触发时叫醒第一个，再为下一个设定时器。',
  },
  refutation: {
    en: 'Others may be due at the same moment, or be late already. A timer of 0 ms fires after 1 ms, so each of them wakes a millisecond later than the one before. Wake everybody whose time is up, then set the timer.',
    zh: '同一时刻可能还有别人到时间，甚至已经晚了。0 毫秒的定时器要过 1 毫秒才触发，于是每一个都比前一个晚 1 毫秒。先叫醒所有到时间的，再设定时器。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    const [first] = sleepers;
    if (first) timer = setTimeout(ring, Math.max(0, first.at - performance.now()));
  };
  const ring = (): void => {
    sleepers.shift()?.wake();
    arm();
  };

  return {
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        const at = performance.now() + ms;
        const place = sleepers.findLastIndex((sleeper) => sleeper.at <= at) + 1;
        sleepers.splice(place, 0, { at, wake });
        if (place === 0) arm();
      });
    },
  };
}
