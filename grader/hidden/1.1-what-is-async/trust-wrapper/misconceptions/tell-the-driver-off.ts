export const misconception = {
  belief: {
    en: 'A driver that reports twice has a bug, so the second report should throw.',
    zh: '报告两次的驱动程序有缺陷，所以第二次报告应该抛出异常。',
  },
  refutation: {
    en: 'You throw into the stack of the driver, not into your own: nothing there expects it, and often nothing is around it at all, so the process ends over a payment that went well. Note it in a log, if you like, and return.',
    zh: '你把异常抛进了驱动程序的调用栈，而不是自己的：那里没有谁在等它，外面往往什么也没有，于是一笔已成功的付款让整个进程结束。愿意的话记一条日志，然后返回。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  let over = false;
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const expire = (): void => {
    over = true;
    reject(new TimeoutError('no answer'));
  };
  const timer = setTimeout(expire, timeoutMs);
  try {
    call((error, result) => {
      if (over) throw new Error('The driver has reported already');
      over = true;
      if (error) reject(error);
      else resolve(result as Result);
    });
  } catch (error) {
    reject(error);
  }
  return promise.finally(() => clearTimeout(timer));
}
