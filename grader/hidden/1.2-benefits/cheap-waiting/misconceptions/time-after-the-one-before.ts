export const misconception = {
  belief: {
    en: 'For each sleeper it is enough to keep how long after the one before it is to be woken. When a timer fires, the next one has that long to go.',
    zh: '每个睡眠者只要记住比前一个晚多久就够了。定时器触发时，下一个正好还剩这么久。',
  },
  refutation: {
    en: 'That counts from the moment at which the timer fired, and it may fire late, because the event loop was blocked. Then everybody after it is late as well, and it adds up. Keep the moment itself and ask the clock how much is left.',
    zh: '这是从定时器触发的那一刻算起的，而事件循环被阻塞时，它会触发得晚。于是后面的全都跟着晚，而且越积越多。应当记住时刻本身，再看时钟还剩多少。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  const sleepers: { after: number; wake: () => void }[] = [];
  let armedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arm = (): void => {
    clearTimeout(timer);
    armedAt = performance.now();
    const [first] = sleepers;
    if (first) timer = setTimeout(ring, first.after);
  };
  const ring = (): void => {
    sleepers.shift()?.wake();
    while (sleepers[0]?.after === 0) sleepers.shift()?.wake();
    arm();
  };

  return {
    sleep(ms: number): Promise<void> {
      return new Promise((wake) => {
        const now = performance.now();
        const [first] = sleepers;
        if (first) first.after -= now - armedAt;
        armedAt = now;
        let place = 0;
        let after = ms;
        for (; place < sleepers.length; place++) {
          const before = sleepers[place]?.after ?? 0;
          if (before > after) break;
          after -= before;
        }
        const next = sleepers[place];
        if (next) next.after -= after;
        sleepers.splice(place, 0, { after, wake });
        if (place === 0) arm();
      });
    },
  };
}
