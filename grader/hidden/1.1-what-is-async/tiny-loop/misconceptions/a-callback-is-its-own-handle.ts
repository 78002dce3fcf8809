export const misconception = {
  belief: {
    en: 'To cancel a callback I look for its function and take it out, wherever it waits.',
    zh: '要取消一个回调，就去找它的函数，在哪里等就从哪里拿掉。',
  },
  refutation: {
    en: 'The same function may be waiting several times, or again after it has run. Then one `cancel()` takes back all of them, or the wrong one. A handle stands for one hand-over: make an object for each, and cancel that object.',
    zh: '同一个函数可能有几份在等，也可能运行之后又交来一次。这时一次 `cancel()` 会把它们全部收回，或者收错一份。句柄代表一次交来：为每一次造一个对象，取消的是那个对象。',
  },
  read: '1.1-what-is-async',
};

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
interface Task {
  deadline: number;
  callback: () => void;
  cancelled: boolean;
}

export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
  let ready: Task[] = [];
  let timers: Task[] = [];
  let line: Task[] = [];

  const add = (queue: Task[], deadline: number, callback: () => void): Handle => {
    queue.push({ deadline, callback, cancelled: false });
    return {
      cancel() {
        for (const task of [...line, ...ready, ...timers]) {
          if (task.callback === callback) task.cancelled = true;
        }
      },
    };
  };
  const perform = (task: Task): void => {
    if (task.cancelled) return;
    try {
      task.callback();
    } catch (error) {
      onError(error);
    }
  };
  const turn = (): void => {
    const [first] = timers;
    if (ready.length === 0 && first) clock.sleepUntil(first.deadline);
    const now = clock.now();
    const due = timers.filter(({ deadline }) => deadline <= now);
    timers = timers.filter(({ deadline }) => deadline > now);
    line = [...ready, ...due];
    ready = [];
    for (const task of line) perform(task);
  };

  return {
    callSoon: (callback) => add(ready, 0, callback),
    callLater: (delayMs, callback) => add(timers, clock.now() + delayMs, callback),
    run() {
      for (;;) {
        ready = ready.filter(({ cancelled }) => !cancelled);
        timers = timers.filter(({ cancelled }) => !cancelled);
        timers.sort((a, b) => a.deadline - b.deadline);
        if (ready.length + timers.length === 0) return;
        turn();
      }
    },
  };
}
