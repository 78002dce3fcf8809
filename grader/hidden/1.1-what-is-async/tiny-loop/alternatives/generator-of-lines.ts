interface Clock {
  now(): number;
  sleepUntil(ms: number): void;
}
interface Handle {
  cancel(): void;
}
interface Loop {
  callSoon(callback: () => void): Handle;
  callLater(delayMs: number, callback: () => void): Handle;
  run(): void;
}

// A generator yields the line of each turn; run() walks through it.
export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
  let soon = new Map<object, () => void>();
  const timed = new Map<object, { due: number; callback: () => void }>();
  const cancelled = new WeakSet<object>();

  function* lines(): Generator<[object, () => void][]> {
    for (;;) {
      const dues = [...timed.values()].map(({ due }) => due);
      if (soon.size === 0 && dues.length === 0) return;
      if (soon.size === 0) clock.sleepUntil(Math.min(...dues));
      const now = clock.now();
      const due = [...timed]
        .filter(([, timer]) => timer.due <= now)
        .sort(([, a], [, b]) => a.due - b.due);
      for (const [key] of due) timed.delete(key);
      const line: [object, () => void][] = [...soon];
      for (const [key, { callback }] of due) line.push([key, callback]);
      soon = new Map();
      yield line;
    }
  }
  const handleOf = (key: object): Handle => ({
    cancel() {
      soon.delete(key);
      timed.delete(key);
      cancelled.add(key);
    },
  });

  return {
    callSoon(callback) {
      const key = {};
      soon.set(key, callback);
      return handleOf(key);
    },
    callLater(delayMs, callback) {
      const key = {};
      timed.set(key, { due: clock.now() + delayMs, callback });
      return handleOf(key);
    },
    run() {
      for (const line of lines()) {
        for (const [key, callback] of line) {
          try {
            if (!cancelled.has(key)) callback();
          } catch (error) {
            onError(error);
          }
        }
      }
    },
  };
}
