export const misconception = {
  belief: {
    en: 'A signal with a `reason` is aborted, one without is not.',
    zh: '有 `reason` 的信号就是已中止，没有的就是未中止。',
  },
  refutation: {
    en: 'The reason may be any value, also `null`, `0` or an empty text, and these count as nothing in a condition. Only `signal.aborted` says whether there was an abort.',
    zh: '原因可以是任何值，包括 `null`、`0` 或空字符串，它们在条件判断里都算假。是否已中止只能看 `signal.aborted`。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.reason) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
