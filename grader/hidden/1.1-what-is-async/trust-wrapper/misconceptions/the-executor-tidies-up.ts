export const misconception = {
  belief: {
    en: 'What is thrown inside `new Promise` is taken care of.',
    zh: '`new Promise` 里抛出的东西会自动得到处理。',
  },
  refutation: {
    en: 'It becomes a rejection, and that is all. The timer which was set above the throw stays armed. Clear it where every way out passes: in a `finally`.',
    zh: '它会变成一次拒绝，仅此而已。抛出之前设好的定时器仍然在走。清除要放在所有出口都会经过的地方：`finally`。',
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
    const timer = setTimeout(() => reject(new TimeoutError('no answer')), timeoutMs);
    call((error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result as Result);
    });
  });
}
