export const misconception = {
  belief: {
    en: 'To set the timer anew with every call costs a little time, and is always right.',
    zh: '每次调用都重新设定时器，多花一点时间，但总不会错。',
  },
  refutation: {
    en: 'A timer that is overdue, because the event loop was blocked, is about to fire. Set anew it waits for 1 ms more, the least that `setTimeout` can do, and with it all who are late. Only a newcomer who is the next to be woken needs another timer.',
    zh: '事件循环被阻塞过，定时器已经逾期，马上就要触发。这时重新设，它又要再等 1 ms，也就是 `setTimeout` 的最小值，所有已经晚了的也跟着等。只有新来的要第一个醒时，才需要换定时器。',
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
        const found = sleepers.findIndex((sleeper) => sleeper.at > at);
        const place = found < 0 ? sleepers.length : found;
        sleepers.splice(place, 0, { at, wake });
        arm();
      });
    },
  };
}
