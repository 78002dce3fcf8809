export const misconception = {
  belief: {
    en: 'When nobody sleeps the time to the next sleeper is `Infinity`, and a timer of `Infinity` never fires.',
    zh: '没有人睡眠时，到下一个的时间就是 `Infinity`，而 `Infinity` 的定时器永远不会触发。',
  },
  refutation: {
    en: '`setTimeout` turns what is greater than 2,147,483,647 into 1: the timer fires after a millisecond, again and again, and Node never ends. Arm no timer when nobody sleeps.',
    zh: '`setTimeout` 会把大于 2,147,483,647 的数变成 1：定时器 1 毫秒后就触发，一次又一次，Node 永远不会结束。没有人睡眠时，不要设定时器。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { at: number; wake: () => void }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    const next = sleepers[0]?.at ?? Number.POSITIVE_INFINITY;
    timer = setTimeout(ring, next - performance.now());
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
