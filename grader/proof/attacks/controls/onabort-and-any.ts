// attack: none; onabort set, swapped and taken back, signals made of others, a listener that is an object, once and by signal
// exercise: sleep-with-signal
// expect: passed
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  if (!signal) {
    setTimeout(resolve, ms);
    return promise;
  }
  if (signal.aborted) return Promise.reject(signal.reason);
  const inner = new AbortController();
  const both = AbortSignal.any([signal, inner.signal]);
  const wake = {
    handleEvent(): void {
      clearTimeout(timer);
      reject(signal.reason);
    },
  };
  const before = signal.onabort;
  signal.onabort = () => {};
  signal.onabort = before;
  inner.signal.onabort = () => {};
  inner.signal.onabort = null;
  signal.addEventListener('abort', wake, { once: true, signal: inner.signal });
  both.addEventListener('abort', () => {});
  const timer = setTimeout(() => {
    inner.abort();
    resolve();
  }, ms);
  return promise;
}
