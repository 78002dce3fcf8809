export const misconception = {
  belief: {
    en: 'An aborted function rejects with an error of its own, such as `new Error("aborted")`.',
    zh: '被中止的函数应当用自己的错误拒绝，例如 `new Error("aborted")`。',
  },
  refutation: {
    en: 'Whoever aborts chooses the reason, and compares it later to tell a closing shop from a paper jam. A new error throws this away. Reject with `signal.reason` itself.',
    zh: '原因由发起中止的一方决定，之后也由它来比较，以区分商店打烊和卡纸。换成新的错误，这个信息就丢了。应当直接用 `signal.reason` 拒绝。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(new Error('aborted'));
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(new Error('aborted'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
