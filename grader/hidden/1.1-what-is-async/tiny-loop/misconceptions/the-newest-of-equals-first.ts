export const misconception = {
  belief: {
    en: 'Inserted before the first timer that is not earlier, a new timer is in the right place.',
    zh: '把新定时器插到第一个不早于它的定时器之前，位置就对了。',
  },
  refutation: {
    en: 'Among equal deadlines it then overtakes those that came before it. Insert it before the first one that is later, or sort: sort() keeps equals in their order.',
    zh: '那样在期限相同时，它会抢到先来的前面。应当插到第一个比它晚的之前；或者用 sort()，它会保持相等者的次序。',
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
    const later = queue.findIndex((other) => other.deadline >= deadline);
    if (queue === timers && later >= 0) queue.splice(later, 0, task);
    else queue.push(task);
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

        if (ready.length + timers.length === 0) return;
        turn();
      }
    },
  };
}
