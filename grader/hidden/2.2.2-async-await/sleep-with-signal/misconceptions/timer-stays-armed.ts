export const misconception = {
  belief: {
    en: 'Once the promise is rejected the timer does not matter any more: its `resolve()` comes too late.',
    zh: 'promise 一旦被拒绝，定时器就无所谓了：它的 `resolve()` 来得太晚，不起作用。',
  },
  refutation: {
    en: 'The late `resolve()` is harmless, the armed timer is not: Node does not end while a timer is armed, so the process hangs on until the sleep would have been over. Clear it.',
    zh: '迟到的 `resolve()` 无害，仍在等待的定时器却有害：只要还有定时器，Node 就不会结束，进程会一直拖到睡眠本该结束的时刻。要清除它。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
  });
}
