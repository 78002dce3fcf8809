export const misconception = {
  belief: {
    en: 'A rejection must be an Error, so I make one of whatever was thrown.',
    zh: '拒绝的理由必须是 Error，所以不管抛出什么，我都包成一个。',
  },
  refutation: {
    en: 'Whoever calls you may know what the driver throws, a code for example, and compares with it. After your wrapping the comparison fails, and the stack names your line. Pass on what was thrown.',
    zh: '你的调用者也许知道驱动程序会抛出什么，比如一个代码，并拿它来比较。被你一包，比较就不成立，调用栈指向的也是你那一行。原样传下去。',
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
    call((error, result) => (error ? reject(error) : resolve(result as Result)));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
  return promise.finally(() => clearTimeout(timer));
}
