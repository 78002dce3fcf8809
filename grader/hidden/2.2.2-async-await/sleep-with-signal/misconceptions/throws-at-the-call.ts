export const misconception = {
  belief: {
    en: '`signal.throwIfAborted()` in front of the promise rejects it.',
    zh: '在创建 promise 之前调用 `signal.throwIfAborted()`，就会让它被拒绝。',
  },
  refutation: {
    en: 'In a function that is not `async` it throws out of the call: there is no promise yet, so `.catch()` and `Promise.all` never see the failure. Make the function `async`, or reject.',
    zh: '在非 `async` 的函数里，它会从调用本身抛出：此时还没有 promise，`.catch()` 和 `Promise.all` 都看不到这个失败。把函数写成 `async`，或者用 reject。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
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
