export const misconception = {
  belief: {
    en: 'Waiting begins when the driver has returned.',
    zh: '驱动程序返回之后，等待才开始。',
  },
  refutation: {
    en: 'A driver can take its time before it returns, and the customer stands at the till all the while. The time counts from the call: set the timer first, then call.',
    zh: '驱动程序在返回之前就可能花掉不少时间，而顾客一直站在收银台前。时间从调用算起：先设定时器，再调用。',
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const end = (settle: () => void): void => {
    over = true;
    clearTimeout(timer);
    settle();
  };
  try {
    call((error, result) => end(() => (error ? reject(error) : resolve(result as Result))));
  } catch (error) {
    end(() => reject(error));
  }
  if (!over) timer = setTimeout(() => reject(new TimeoutError('no answer')), timeoutMs);
  return promise;
}
