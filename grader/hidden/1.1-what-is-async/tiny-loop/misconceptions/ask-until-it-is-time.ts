export const misconception = {
  belief: {
    en: 'To wait for a deadline, the loop looks at the clock again and again.',
    zh: '为了等到期限，循环一遍又一遍地看时钟。',
  },
  refutation: {
    en: 'That is work, not waiting: the processor runs hot, and on a clock like this one the time never comes. Sleep once, until the first deadline.',
    zh: '这是在干活，不是在等待：处理器白白发热，而在这样的时钟上，那一刻永远不会来。应当只睡一次，睡到第一个期限。',
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
    while (ready.length === 0 && first && clock.now() < first.deadline) {
      // Not yet.
    }
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
