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

interface Entry {
  readonly due: number;
  readonly number: number;
  readonly callback: () => void;
}

// One list for all: a callback of callSoon is due since before the time began.
export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
  const waiting = new Set<Entry>();
  let count = 0;

  const add = (due: number, callback: () => void): Handle => {
    const entry = { due, number: count++, callback };
    waiting.add(entry);
    return { cancel: () => void waiting.delete(entry) };
  };
  const attempt = (callback: () => void): void => {
    try {
      callback();
    } catch (error) {
      onError(error);
    }
  };

  return {
    callSoon: (callback) => add(Number.NEGATIVE_INFINITY, callback),
    callLater: (delayMs, callback) => add(clock.now() + delayMs, callback),
    run() {
      while (waiting.size > 0) {
        const line = [...waiting].sort((a, b) =>
          a.due === b.due ? a.number - b.number : a.due < b.due ? -1 : 1,
        );
        const [{ due }] = line as [Entry];
        if (due > Number.NEGATIVE_INFINITY) clock.sleepUntil(due);
        const now = clock.now();
        for (const entry of line) {
          if (entry.due > now) break;
          if (waiting.delete(entry)) attempt(entry.callback);
        }
      }
    },
  };
}
