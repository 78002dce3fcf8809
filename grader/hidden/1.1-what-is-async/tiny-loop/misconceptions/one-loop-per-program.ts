export const misconception = {
  belief: {
    en: 'There is only one event loop, so its queues can stand beside the function.',
    zh: '事件循环只有一个，所以它的队列可以放在函数外面。',
  },
  refutation: {
    en: 'Every call of createLoop makes a loop with a clock of its own. Queues beside the function are shared by all of them: one loop runs what another one was given. Make them inside.',
    zh: 'createLoop 每被调用一次，就造一个带自己时钟的循环。放在函数外面的队列由它们共用：一个循环会运行交给另一个的东西。应当在函数里面创建。',
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

let ready: Task[] = [];
let timers: Task[] = [];

export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
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
