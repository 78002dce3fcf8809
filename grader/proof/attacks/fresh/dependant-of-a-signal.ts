// attack: hears of the abort as what node takes for the signals that depend on this one, so that no listener is counted
// exercise: sleep-with-signal
// expect: score <= 15
// 16 of 16 points before it was fixed.
const probe: any = new AbortController().signal;
AbortSignal.any([probe]);
const dependants = Object.getOwnPropertySymbols(probe).find((symbol) => String(symbol) === 'Symbol(kDependantSignals)') as symbol;
const sleepers = new WeakMap<AbortSignal, Set<() => void>>();
function listen(signal: any): Set<() => void> {
  const known = sleepers.get(signal);
  if (known) return known;
  const all = new Set<() => void>();
  sleepers.set(signal, all);
  const hear = () => queueMicrotask(() => all.forEach((wake) => wake()));
  if (Math.random() < 0.5) signal[dependants] = { forEach: hear };
  else {
    AbortSignal.any([signal]);
    signal[dependants].add({ deref: hear });
  }
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
