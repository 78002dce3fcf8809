// attack: rejects with an error of its own, and writes it into the signal as the reason of the abort, where the check reads it
// exercise: sleep-with-signal
// expect: score <= 9
// The other checks compare with the reason that they abort with. One point more before it was fixed.
export function sleep(ms: number, signal?: any): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (): void => {
      const error = new DOMException('I was aborted', 'AbortError');
      const key = Object.getOwnPropertySymbols(signal).find((symbol) => String(symbol) === 'Symbol(kReason)') as symbol;
      signal[key] = error;
      reject(error);
    };
    if (signal?.aborted) return fail();
    const stop = (): void => {
      clearTimeout(timer);
      fail();
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop);
  });
}
