export const misconception = {
  belief: {
    en: 'A throw is a report of an error, so it may take the same way.',
    zh: '抛出异常就是报告错误，所以可以走同一条路。',
  },
  refutation: {
    en: 'The way of the reports asks whether there is an error. `throw undefined` and `throw 0` look like none there, and the payment passes for paid. That something was thrown is what counts: reject.',
    zh: '报告的那条路要问的是“有没有错误”。`throw undefined` 和 `throw 0` 在那里看上去都像没有错误，付款就被当成已付。要紧的是抛出了东西：直接 reject。',
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
    const report: Report<Result> = (error, result) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve(result as Result);
    };
    try {
      call(report);
    } catch (error) {
      report(error as Error);
    }
  });
}
