export const misconception = {
  belief: {
    en: 'The report comes after the call has returned, so the timer can be set in the line below.',
    zh: '报告总在调用返回之后才来，所以定时器可以在下一行再设。',
  },
  refutation: {
    en: 'A driver that has the answer at hand reports before it returns. Then the timer is cleared before it exists, is set after that, and nobody clears it any more. Set it before the call.',
    zh: '手头已有答案的驱动程序在返回之前就会报告。那时定时器还不存在就被清除，随后才设上，再也没有人去清除。要在调用之前设好。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    call((error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result as Result);
    });
    timer = setTimeout(() => reject(new TimeoutError('no answer')), timeoutMs);
  });
}
