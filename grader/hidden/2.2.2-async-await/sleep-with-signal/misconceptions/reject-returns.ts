export const misconception = {
  belief: {
    en: '`reject()` ends the function, like `throw`.',
    zh: '`reject()` 和 `throw` 一样，会结束函数。',
  },
  refutation: {
    en: '`reject()` is an ordinary call: the lines after it still run. The promise is rejected, and then a timer is armed that nobody will ever clear. Put `return` behind it.',
    zh: '`reject()` 只是一次普通的调用，后面的代码照样运行。promise 已被拒绝，接着却又设了一个再也没人清除的定时器。后面要加 `return`。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) reject(signal.reason);
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
