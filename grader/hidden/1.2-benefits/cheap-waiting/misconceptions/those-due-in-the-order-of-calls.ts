export const misconception = {
  belief: {
    en: 'Whoever is due when the timer fires is due at the same moment, so the order of the calls decides.',
    zh: '定时器触发时到时间的，都是同一时刻到的，所以按调用的次序叫醒。',
  },
  refutation: {
    en: 'After a block the timer fires late, and those who are due by then were due at different moments. Wake them in the order of their times, and by the order of the calls only where the times are equal.',
    zh: '阻塞之后，定时器触发得晚，那时到时间的，各自的时刻并不相同。要按时刻的先后叫醒，时刻相同时才看调用的次序。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers = new Set<{ at: number; wake: () => void }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let armedFor = Number.POSITIVE_INFINITY;

  const armFor = (at: number): void => {
    clearTimeout(timer);
    armedFor = at;
    if (at < Number.POSITIVE_INFINITY) timer = setTimeout(ring, at - performance.now());
  };
  const ring = (): void => {
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const sleeper of sleepers) {
      if (sleeper.at > now) next = Math.min(next, sleeper.at);
      else {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    }
    armFor(next);
  };

  return {
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        const at = performance.now() + ms;
        sleepers.add({ at, wake });
        if (at < armedFor) armFor(at);
      });
    },
  };
}
