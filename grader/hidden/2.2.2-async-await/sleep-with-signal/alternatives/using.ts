// `using` takes back the timer and the listener when the block is left, in whatever way.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const onAbort = (): void => reject(signal?.reason);
  using _timer = setTimeout(resolve, ms);
  using _listener = { [Symbol.dispose]: () => signal?.removeEventListener('abort', onAbort) };
  signal?.addEventListener('abort', onAbort);
  await promise;
}
