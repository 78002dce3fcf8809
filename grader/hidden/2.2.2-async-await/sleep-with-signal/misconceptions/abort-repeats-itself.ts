export const misconception = {
  belief: {
    en: 'Whoever listens for `abort` is told, even if the signal was aborted before.',
    zh: '只要监听了 `abort` 就会收到通知，即使信号早已中止。',
  },
  refutation: {
    en: 'The event is sent once, at the abort. A listener added later is never called, so the sleep lasts its full time. Ask `signal.aborted` first.',
    zh: '这个事件只在中止的那一刻发出一次。之后添加的监听器永远不会被调用，睡眠就会睡满全程。应当先看 `signal.aborted`。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
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
