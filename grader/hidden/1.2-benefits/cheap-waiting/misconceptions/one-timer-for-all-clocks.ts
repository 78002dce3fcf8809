export const misconception = {
  belief: {
    en: 'There is to be one timer, so its variable stands beside the function.',
    zh: '定时器只能有一个，所以变量放在函数外面。',
  },
  refutation: {
    en: 'Then it is one for all clocks. The second clock clears the timer of the first, and whoever sleeps by that one is never woken. What belongs to one clock is declared where the clock is made.',
    zh: '那样它就成了所有时钟共用的一个。第二个时钟会清除第一个的定时器，靠第一个醒来的就永远睡下去了。属于一个时钟的东西，要在创建它的地方声明。',
  },
  read: '1.2-benefits',
};

let timer: ReturnType<typeof setTimeout> | undefined;

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];

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
        const found = sleepers.findIndex((sleeper) => sleeper.at > at);
        const place = found < 0 ? sleepers.length : found;
        sleepers.splice(place, 0, { at, wake });
        if (place === 0) arm();
      });
    },
  };
}
