export const misconception = {
  belief: {
    en: 'When the sleep is over, its abort listener goes away by itself.',
    zh: '睡眠结束后，它的 abort 监听器会自己消失。',
  },
  refutation: {
    en: 'A listener stays until it is removed or the signal is gone. The signal of a shop lives all day, so every finished sleep leaves one listener on it, and with it all that the listener refers to. Remove it when the time is up.',
    zh: '监听器会一直挂着，直到被移除或信号本身消失。商店的信号要活一整天，每次睡完都会在上面留下一个监听器，连同它引用的一切。时间一到就要移除它。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
