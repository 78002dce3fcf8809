export const misconception = {
  belief: {
    en: 'A reason that is `null` means that nobody gave one, so I put an error in its place.',
    zh: '原因是 `null` 就表示没有给出原因，所以我用一个错误代替。',
  },
  refutation: {
    en: 'Whoever gives no reason gets an `AbortError` from the platform: `abort()` never leaves the reason empty. `null` was therefore chosen on purpose; hand it on.',
    zh: '没有给出原因时，平台会放一个 `AbortError`：`abort()` 从不让原因空着。所以 `null` 是有意选择的，应当原样传下去。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => reject(signal?.reason ?? new Error('aborted'));
    if (signal?.aborted) {
      fail();
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      fail();
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
