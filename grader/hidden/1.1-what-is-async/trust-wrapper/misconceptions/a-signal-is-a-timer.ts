export const misconception = {
  belief: {
    en: 'AbortSignal.timeout is a timer that nobody has to clear.',
    zh: 'AbortSignal.timeout 就是一个不用清除的定时器。',
  },
  refutation: {
    en: 'Nobody has to clear it because it keeps no program alive. When nothing else is going on, Node ends before the time is over, and the TimeoutError never comes. A payment needs its answer: setTimeout, and clearTimeout.',
    zh: '不用清除，是因为它不会让程序活着。如果没有别的事，时间还没到 Node 就结束了，TimeoutError 永远不会来。付款必须有个答复：用 setTimeout，再 clearTimeout。',
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
    const signal = AbortSignal.timeout(timeoutMs);
    signal.addEventListener('abort', () => reject(new TimeoutError('no answer')));
    call((error, result) => (error ? reject(error) : resolve(result as Result)));
  });
}
