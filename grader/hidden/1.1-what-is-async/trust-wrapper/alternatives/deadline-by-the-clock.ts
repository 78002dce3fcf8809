type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

class TimeoutError extends Error {
  override name = 'TimeoutError';
}

// The timer is set after the call, for what the driver has left of the time; a report that is too late is none.
export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const deadline = Date.now() + timeoutMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  const end = (settle: () => void): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    if (Date.now() < deadline) settle();
    else reject(new TimeoutError('no answer'));
  };
  try {
    call((error, result) => end(() => (error ? reject(error) : resolve(result as Result))));
  } catch (thrown) {
    end(() => reject(thrown));
  }
  if (!over) timer = setTimeout(end, Math.max(0, deadline - Date.now()), () => {});
  return promise;
}
