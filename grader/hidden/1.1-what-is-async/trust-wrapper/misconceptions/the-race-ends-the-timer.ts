export const misconception = {
  belief: {
    en: 'When `Promise.race` has a winner, the loser is over as well.',
    zh: '`Promise.race` 有了赢家，输的那一方也就结束了。',
  },
  refutation: {
    en: '`Promise.race` stops nothing, it only stops listening. The timer stays armed, and after a payment of one second Node stays alive for the rest of the minute. Clear it, whoever wins.',
    zh: '`Promise.race` 什么也不会停下，只是不再听。定时器仍然在走：付款只用了一秒，Node 却要活满剩下的一分钟。无论谁赢，都要清掉定时器。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  const reported = new Promise<Result>((resolve, reject) => {
    call((error, result) => {
      if (error) reject(error);
      else resolve(result as Result);
    });
  });
  const expired = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new TimeoutError('no answer')), timeoutMs);
  });
  return Promise.race([reported, expired]);
}
