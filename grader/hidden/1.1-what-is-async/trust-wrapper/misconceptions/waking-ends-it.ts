export const misconception = {
  belief: {
    en: 'I note the outcome and wake the one who waits; he reads what I noted.',
    zh: '我记下结果，再唤醒等待的人；他读到的就是我记下的。',
  },
  refutation: {
    en: 'Whoever was woken runs later. Until then a second report, or a throw after the first one, overwrites the note. Pass the outcome along with the wake-up: `resolve` takes the first value and ignores the rest.',
    zh: '被唤醒的代码要稍后才运行。在那之前，第二次报告，或者第一次之后的抛出，会盖掉你记下的东西。把结果和唤醒一起交出去：`resolve` 只认第一个值，其余的都忽略。',
  },
  read: '1.1-what-is-async',
};

type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

export async function callCarefully<Result>(call: Call<Result>, timeoutMs: number) {
  let outcome: { error: unknown; result?: Result | undefined } = {
    error: new TimeoutError('no answer'),
  };
  await new Promise<void>((wake) => {
    const timer = setTimeout(wake, timeoutMs);
    const end = (error: unknown, result?: Result): void => {
      clearTimeout(timer);
      outcome = { error, result };
      wake();
    };
    try {
      call(end);
    } catch (error) {
      end(error);
    }
  });
  if (outcome.error) throw outcome.error;
  return outcome.result as Result;
}
