export const misconception = {
  belief: {
    en: 'Cancelling means taking the callback off the list of those that wait.',
    zh: '取消就是把回调从等待的列表里拿掉。',
  },
  refutation: {
    en: 'In the turn in which it is to run, it is not on that list any more: the line of this turn has been formed. So the loop has to look again when its turn comes. A mark on the callback itself works everywhere.',
    zh: '在轮到它运行的那一轮，它已经不在那个列表里了：这一轮的队已经排好。所以轮到它时，循环还得再看一眼。把标记打在回调自己身上，在哪里都有效。',
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
        ready = ready.filter((other) => other !== task);
        timers = timers.filter((other) => other !== task);
      },
    };
  };
  const perform = (task: Task): void => {
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
    callLater: (delayMs, callback) => add(timers, clock.now() + delayMs, callback),
    run() {
      for (;;) {
        timers.sort((a, b) => a.deadline - b.deadline);
        if (ready.length + timers.length === 0) return;
        turn();
      }
    },
  };
}
