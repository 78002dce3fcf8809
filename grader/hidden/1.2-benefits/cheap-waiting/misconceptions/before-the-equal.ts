export const misconception = {
  belief: {
    en: 'The place of a newcomer is before the first sleeper whose time is not earlier.',
    zh: '新来者的位置，是在第一个时间不早于它的睡眠者之前。',
  },
  refutation: {
    en: 'That is before those with the same time, who were there first: among equals the last to come is woken first. Look for the first sleeper whose time is later, and put the newcomer before that one.',
    zh: '这样它就排到了时间相同的前面，而那些是先来的：时间相同时，最后来的反而最先被叫醒。应当找第一个时间更晚的，排在它之前。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    const [first] = sleepers;
    if (first) timer = setTimeout(ring, first.at - performance.now());
  };
  const ring = (): void => {
    while (sleepers[0] && sleepers[0].at <= performance.now()) sleepers.shift()?.wake();
    arm();
  };

  return {
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        const at = performance.now() + ms;
        const found = sleepers.findIndex((sleeper) => sleeper.at >= at);
        const place = found < 0 ? sleepers.length : found;
        sleepers.splice(place, 0, { at, wake });
        if (place === 0) arm();
      });
    },
  };
}
