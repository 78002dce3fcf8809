export const misconception = {
  belief: {
    en: '`AbortSignal.timeout(ms)`, or a timer after `unref()`, waits as long as a plain `setTimeout` and cannot hold up the process.',
    zh: '`AbortSignal.timeout(ms)`，或者调用过 `unref()` 的定时器，等的时间和普通的 `setTimeout` 一样长，又不会拖住进程。',
  },
  refutation: {
    en: 'Both are for work that something else keeps going: neither keeps the process alive. A program that only sleeps ends in the middle of the sleep, without a word or with exit code 13.',
    zh: '两者都是为另有别的事让进程继续的场合准备的，本身并不让进程存活。只在睡眠的程序会在睡到一半时结束，要么无声无息，要么以退出码 13 结束。',
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
