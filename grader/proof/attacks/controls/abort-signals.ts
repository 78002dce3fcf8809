// attack: none; AbortSignal.any, AbortSignal.timeout, an EventTarget and events of its own
// expect: passed
class Progress extends EventTarget {}
export async function downloadAll(urls: readonly string[], download: (url: string, signal?: AbortSignal) => Promise<string>): Promise<string[]> {
  const controller = new AbortController();
  const signal = AbortSignal.any([controller.signal]);
  if (AbortSignal.timeout(3_600_000).aborted || !AbortSignal.abort('x').aborted) throw new Error('too early');
  if (!(signal instanceof AbortSignal) || signal.constructor !== AbortSignal) throw new TypeError('not a signal');
  const progress = new Progress();
  let done = 0;
  progress.addEventListener('done', () => {
    done += 1;
  });
  const all = await Promise.all(urls.map((url) => download(url, signal).finally(() => progress.dispatchEvent(new Event('done')))));
  signal.throwIfAborted();
  if (done !== urls.length) throw new Error('an event was lost');
  return all;
}
