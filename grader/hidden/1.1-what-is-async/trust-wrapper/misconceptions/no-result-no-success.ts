export const misconception = {
  belief: {
    en: 'No result means that it failed.',
    zh: '没有结果就说明失败了。',
  },
  refutation: {
    en: 'A driver that has nothing to say reports `(null)`, and `0`, `false` or an empty text are results like any other. Your caller is told that a payment failed which went through, and pays again. Only the first argument decides.',
    zh: '没有话要说的驱动程序会报告 `(null)`，而 `0`、`false`、空文本和别的结果一样。你的调用者会被告知一笔已成功的付款失败了，于是再付一次。只有第一个参数才作数。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const timer = setTimeout(() => reject(new TimeoutError('no answer')), timeoutMs);
  try {
    call((error, result) => {
      if (result) resolve(result);
      else reject(error);
    });
  } catch (error) {
    reject(error);
  }
  return promise.finally(() => clearTimeout(timer));
}
