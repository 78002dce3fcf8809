type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

// The outcome travels as a function that is run by whoever waits; only the first one gets through.
export async function callCarefully<Result>(
  call: Call<Result>,
  timeoutMs: number,
): Promise<Result> {
  const fail = (error: unknown) => (): never => {
    throw error;
  };
  const controller = new AbortController();
  const expiry = setTimeout(() => controller.abort(), timeoutMs);
  const outcome = await new Promise<() => Result>((first) => {
    const expire = fail(new DOMException('no answer', 'TimeoutError'));
    controller.signal.addEventListener('abort', () => first(expire), { once: true });
    Promise.try(call, (error, result) => first(error ? fail(error) : () => result as Result)).catch(
      (thrown) => first(fail(thrown)),
    );
  });
  clearTimeout(expiry);
  return outcome();
}
