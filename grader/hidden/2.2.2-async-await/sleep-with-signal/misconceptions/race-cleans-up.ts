export const misconception = {
  belief: {
    en: '`Promise.race` stops the loser: the first to settle ends the timer and the listening.',
    zh: '`Promise.race` 会停掉输的一方：谁先结束，定时器和监听就都随之结束。',
  },
  refutation: {
    en: '`Promise.race` only ignores the loser. After an abort the timer is still armed; after a full sleep the listener still hangs on the signal. Whoever set them has to take them back, for example in `finally`.',
    zh: '`Promise.race` 只是不再理会输的一方。中止之后定时器仍在等待；睡满之后监听器仍挂在信号上。谁设置的，谁就要收回，例如在 `finally` 里。',
  },
  read: '2.2.2-async-await',
};

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const timeIsUp = new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });
  const aborted = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([timeIsUp, aborted]);
}
