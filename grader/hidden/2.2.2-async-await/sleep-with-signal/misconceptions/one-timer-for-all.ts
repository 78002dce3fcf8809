export const misconception = {
  belief: {
    en: 'One variable at the top of the file is enough for the timer that is to be cleared.',
    zh: '要清除的定时器，在文件顶部放一个变量存着就够了。',
  },
  refutation: {
    en: 'Every sleep has a timer of its own, and the variable only remembers the last one. An abort then clears the timer of somebody else, whose sleep never ends. Declare it inside the function.',
    zh: '每次睡眠都有自己的定时器，而这个变量只记得最后一个。于是一次中止清掉了别人的定时器，那个人的睡眠就永远不会结束。在函数内部声明它。',
  },
  read: '2.2.2-async-await',
};

let timer: ReturnType<typeof setTimeout> | undefined;

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
