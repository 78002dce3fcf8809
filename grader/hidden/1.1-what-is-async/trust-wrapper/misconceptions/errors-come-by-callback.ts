export const misconception = {
  belief: {
    en: 'A function that reports errors through its callback does not throw.',
    zh: '通过回调报告错误的函数不会抛出异常。',
  },
  refutation: {
    en: 'It does when it has a bug, or when it refuses its arguments. Then your function throws as well, before there is a promise that a caller could have handled, and the timer goes on. Put the call into a try and reject.',
    zh: '它有缺陷、或者拒绝参数时就会抛出。那样你的函数也跟着抛出，调用者还没有拿到可以处理的 promise，而定时器还在走。把调用放进 try，再 reject。',
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
  call((error, result) => {
    clearTimeout(timer);
    if (error) reject(error);
    else resolve(result as Result);
  });
  return promise;
}
