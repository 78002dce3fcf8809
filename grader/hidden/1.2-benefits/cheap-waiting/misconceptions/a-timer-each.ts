export const misconception = {
  belief: {
    en: 'Whoever wants to sleep calls `setTimeout`; that is what it is there for.',
    zh: '谁要睡眠，谁就调用 `setTimeout`，它就是干这个的。',
  },
  refutation: {
    en: 'Then 10,000 sleepers arm 10,000 timers. All but one of them only wait for their turn, and a sorted list can do that. Keep the list, and one timer for its first entry.',
    zh: '那样 10,000 个睡眠者就有 10,000 个定时器。除了一个以外，其余的都只是在排队，而排队用一个有序列表就够了。自己维护列表，只为其中第一个设定时器。',
  },
  read: '1.2-benefits',
};

export function createAlarmClock() {
  return {
    sleep: (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms)),
  };
}
