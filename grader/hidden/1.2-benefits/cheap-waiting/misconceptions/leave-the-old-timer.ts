export const misconception = {
  belief: {
    en: 'When an earlier sleeper comes I arm a new timer. The old one does no harm: when it fires, nobody is due, or somebody is.',
    zh: '来了更早的睡眠者，就再设一个定时器。旧的没有坏处：它触发时，要么没人到时间，要么正好有人到时间。',
  },
  refutation: {
    en: 'It stays armed beside the new one, and each of them arms another when it fires. In the end there are as many timers as there are sleepers. Clear the old timer before you arm a new one.',
    zh: '旧的会和新的同时存在，而且各自触发时又会再设一个，到头来定时器和睡眠者一样多。设新的之前，先清除旧的。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];

  const arm = (): void => {
    const [first] = sleepers;
    if (first) setTimeout(ring, first.at - performance.now());
  };
  const ring = (): void => {
    while (sleepers[0] && sleepers[0].at <= performance.now()) sleepers.shift()?.wake();
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
