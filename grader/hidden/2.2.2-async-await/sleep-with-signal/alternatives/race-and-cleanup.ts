// A race whose loser is stopped: aborting `over` removes the listener, and so does the end of the race the timer.
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const over = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeIsUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  const aborted = new Promise<void>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: over.signal });
  });
  await Promise.race([timeIsUp, aborted]).finally(() => {
    clearTimeout(timer);
    over.abort();
  });
}
