export const misconception = {
  belief: {
    en: '`AbortSignal.timeout(ms)` is a timer like `setTimeout`, and cleans up after itself.',
    zh: '`AbortSignal.timeout(ms)` 就是和 `setTimeout` 一样的定时器，还会自己清理。',
  },
  refutation: {
    en: 'It is a deadline for work that something else keeps going: it does not keep the process alive. A program that only sleeps ends in the middle of the sleep, without a word or with exit code 13.',
    zh: '它是给别的工作设的期限，那些工作自会让进程继续；它本身并不让进程存活。只在睡眠的程序会在睡到一半时结束，要么无声无息，要么以退出码 13 结束。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const timeIsUp = AbortSignal.timeout(ms);
  const either = AbortSignal.any(signal ? [signal, timeIsUp] : [timeIsUp]);
  return new Promise((resolve, reject) => {
    const wake = (): void => {
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    if (either.aborted) wake();
    else either.addEventListener('abort', wake, { once: true });
  });
}
