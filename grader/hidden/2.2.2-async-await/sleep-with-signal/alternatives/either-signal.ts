// The timer aborts a signal of its own; AbortSignal.any joins it with the caller's, on which nothing is ever attached.
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const own = new AbortController();
  const either = AbortSignal.any(signal ? [signal, own.signal] : [own.signal]);
  if (either.aborted) return Promise.reject(either.reason);
  const timer = setTimeout(() => own.abort(), ms);
  return new Promise((resolve, reject) => {
    either.addEventListener('abort', () => {
      clearTimeout(timer);
      if (own.signal.aborted) resolve();
      else reject(either.reason);
    });
  });
}
