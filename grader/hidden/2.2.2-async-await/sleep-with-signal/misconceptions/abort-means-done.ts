export const misconception = {
  belief: {
    en: 'An abort just ends the sleep early, so the promise resolves.',
    zh: '中止只是让睡眠提前结束，所以 promise 应当兑现。',
  },
  refutation: {
    en: 'Then the caller cannot tell a full sleep from an abort, and the loop behind the `await` polls again in a closed shop. Cut short is not done: reject with `signal.reason`.',
    zh: '这样调用者就分不清是睡满了还是被中止了，`await` 之后的循环会在打烊的店里继续轮询。被打断不等于完成：应当用 `signal.reason` 拒绝。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const wake = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake);
  });
}
