export const misconception = {
  belief: {
    en: 'In the callback of a `then` a throw becomes a rejection, so I call the driver there.',
    zh: '在 `then` 的回调里，抛出会变成失败，所以我在那里调用驱动程序。',
  },
  refutation: {
    en: 'It does, but the callback is a microtask: it runs after your function has returned, and so does the driver. Whoever relies on the payment having begun after the call is wrong. A `try`, or the inside of `new Promise`, catches the throw at once.',
    zh: '确实如此，但那个回调是微任务：要等你的函数返回之后才运行，驱动程序也就晚了。指望调用之后付款已经开始的人就错了。`try` 或者 `new Promise` 的内部，当场就能接住抛出。',
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
  Promise.resolve()
    .then(() => call((error, result) => (error ? reject(error) : resolve(result as Result))))
    .catch(reject);
  return promise.finally(() => clearTimeout(timer));
}
