export const misconception = {
  belief: {
    en: 'callLater(100, …) means: at 100 ms.',
    zh: 'callLater(100, …) 的意思是：在 100 ms 时。',
  },
  refutation: {
    en: 'A delay counts from the moment of the call. At 250 ms, callLater(10, …) is due at 260. Add the time of the clock when the callback is handed over.',
    zh: '延迟从调用的那一刻算起。在 250 ms 时，callLater(10, …) 的期限是 260。交来回调时，要加上时钟当时的时间。',
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

  const add = (queue: Task[], deadline: number, callback: () => void): Handle => {
    const task: Task = { deadline, callback, cancelled: false };
    queue.push(task);
    return {
      cancel() {
        task.cancelled = true;
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
    const line = [...ready, ...due];
    ready = [];
    for (const task of line) perform(task);
  };

  return {
    callSoon: (callback) => add(ready, 0, callback),
    callLater: (delayMs, callback) => add(timers, delayMs, callback),
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
