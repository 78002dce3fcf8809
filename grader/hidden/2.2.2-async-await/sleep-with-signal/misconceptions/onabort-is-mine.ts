export const misconception = {
  belief: {
    en: '`signal.onabort = …` is the short way to write `addEventListener`.',
    zh: '`signal.onabort = …` 就是 `addEventListener` 的简写。',
  },
  refutation: {
    en: 'The property holds one handler for everybody who has the signal. The second sleep throws the handler of the first one away, and that one is never woken. Only `addEventListener` adds.',
    zh: '这个属性只能放一个处理函数，所有拿到信号的人共用。第二次睡眠会把第一次的处理函数丢掉，第一次就再也叫不醒了。只有 `addEventListener` 是添加。',
  },
  read: '2.2.2-async-await',
};

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = setTimeout(() => {
      if (signal) signal.onabort = null;
      resolve();
    }, ms);
    if (!signal) return;
    signal.onabort = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
  });
}
