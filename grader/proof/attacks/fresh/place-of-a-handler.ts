// attack: leaves one listener for all sleeps, and makes node believe that it is the place of an onabort that was taken back
// exercise: sleep-with-signal
// expect: score <= 15
// 16 of 16 points before it was fixed.
const sleepers = new WeakMap<AbortSignal, Set<() => void>>();
function listen(signal: any): Set<() => void> {
  const known = sleepers.get(signal);
  if (known) return known;
  const all = new Set<() => void>();
  sleepers.set(signal, all);
  signal.addEventListener('abort', () => {
    for (const wake of [...all]) wake();
  });
  const handlers = Object.getOwnPropertySymbols(signal).find((symbol) => String(symbol) === 'Symbol(kHandlers)') as symbol;
  if (signal[handlers] === undefined) signal[handlers] = { get: () => ({ handler: null }), set() {} };
  return all;
}
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const all = signal && listen(signal);
    const timer = setTimeout(() => {
      all?.delete(wake);
      resolve();
    }, ms);
    const wake = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    all?.add(wake);
  });
}
