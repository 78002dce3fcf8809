export const misconception = {
  belief: {
    en: 'A callback that throws is a mistake, so run() stops with that error.',
    zh: '回调抛出就是出错了，所以 run() 应当带着这个错误停下。',
  },
  refutation: {
    en: 'One broken callback then stops the pump, the alarm and everybody else who shares the loop. The loop is not their caller in that sense: report the error, and run the next one.',
    zh: '那样一个坏掉的回调会让水泵、警报和共用这个循环的一切都停下来。循环要做的是报告错误，然后运行下一个。',
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
      throw error;
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
