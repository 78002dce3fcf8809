// attack: defines what a listener is on the prototype of node's listeners: the grader's look finds it, the grader's count does not
// exercise: sleep-with-signal
// expect: score <= 15
// 16 of 16 points before it was fixed.
const probe: any = new EventTarget();
probe.addEventListener('x', () => {});
const events: any = Object.getOwnPropertySymbols(probe).find((symbol) => String(symbol) === 'Symbol(kEvents)');
const prototype = Object.getPrototypeOf(probe[events].get('x').next);
const listeners = new WeakMap<object, unknown>();
let reads = 0;
try {
  Object.defineProperty(prototype, 'listener', {
    configurable: true,
    get(this: any) {
      // Only the first of a list has a root before it.
      const isFirst = this.previous?.size !== undefined;
      return isFirst && reads++ % 2 === 1 ? undefined : listeners.get(this);
    },
    set(this: any, listener: unknown) {
      listeners.set(this, listener);
    },
  });
} catch {}
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
    reads = 0;
  });
}
