import { promiseHooks } from 'node:v8';

/**
 * Notes where each promise is made, from now until `stop`, and which of them have not settled. Costs over a hundred
 * times a plain await, so only failures are replayed with it.
 */
export function trackPromises(stackOf: (error: Error) => string): {
  unsettled(): string[];
  stop(): void;
} {
  const live = new Map<Promise<unknown>, Error>();
  const stopHook = promiseHooks.createHook({
    init: (promise) => live.set(promise, new Error('made here')),
    settled: (promise) => live.delete(promise),
  });
  return {
    unsettled: () => [...live.values()].map(stackOf),
    stop: () => {
      stopHook();
      live.clear();
    },
  };
}
