export const misconception = {
  belief: {
    en: 'One interval that looks every millisecond whose time is up: that is one timer, and nobody is late.',
    zh: '用一个 interval，每毫秒看一次谁的时间到了：只有一个定时器，谁也不会迟到。',
  },
  refutation: {
    en: 'It is one timer that fires 3.6 million times an hour to find that there is nothing to do. The list tells you when the next sleeper is to be woken; wait until then.',
    zh: '这一个定时器每小时触发 360 万次，每次都发现无事可做。列表已经告诉你下一个该在何时叫醒，等到那一刻就行。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  let sleepers: { at: number; wake: () => void }[] = [];
  let interval: ReturnType<typeof setInterval> | undefined;

  const look = (): void => {
    const now = performance.now();
    const due = sleepers.filter(({ at }) => at <= now).sort((a, b) => a.at - b.at);
    sleepers = sleepers.filter(({ at }) => at > now);
    for (const { wake } of due) wake();
    if (sleepers.length > 0) return;
    clearInterval(interval);
    interval = undefined;
  };

  return {
    sleep(ms: number): Promise<void> {
      interval ??= setInterval(look, 1);
      return new Promise((wake) => sleepers.push({ at: performance.now() + ms, wake }));
    },
  };
}
