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

class Task implements Handle {
  callback: (() => void) | undefined;
  readonly deadline: number;
  readonly number: number;

  constructor(callback: () => void, deadline: number, number: number) {
    this.callback = callback;
    this.deadline = deadline;
    this.number = number;
  }

  cancel(): void {
    this.callback = undefined;
  }

  isBefore(other: Task): boolean {
    if (this.deadline !== other.deadline) return this.deadline < other.deadline;
    return this.number < other.number;
  }
}

// As asyncio does it: a binary heap for the timers, and cancelled ones leave it only when they come to its top.
class Heap {
  readonly #tasks: Task[] = [];

  get first(): Task | undefined {
    while (this.#tasks[0] && !this.#tasks[0].callback) this.pop();
    return this.#tasks[0];
  }

  push(task: Task): void {
    let at = this.#tasks.push(task) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapUnlessBefore(parent, at)) return;
      at = parent;
    }
  }

  pop(): void {
    const last = this.#tasks.pop() as Task;
    if (this.#tasks.length === 0) return;
    this.#tasks[0] = last;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const [a, b] = [this.#tasks[left], this.#tasks[right]];
      if (!a) return;
      const child = b?.isBefore(a) ? right : left;
      if (!this.#swapUnlessBefore(at, child)) return;
      at = child;
    }
  }

  #swapUnlessBefore(upper: number, lower: number): boolean {
    const [a, b] = [this.#tasks[upper] as Task, this.#tasks[lower] as Task];
    if (a.isBefore(b)) return false;
    [this.#tasks[upper], this.#tasks[lower]] = [b, a];
    return true;
  }
}

class TinyLoop implements Loop {
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #ready: Task[] = [];
  readonly #timers = new Heap();
  #count = 0;

  constructor(clock: Clock, onError: (error: unknown) => void) {
    this.#clock = clock;
    this.#onError = onError;
  }

  callSoon(callback: () => void): Handle {
    const task = new Task(callback, 0, 0);
    this.#ready.push(task);
    return task;
  }

  callLater(delayMs: number, callback: () => void): Handle {
    const task = new Task(callback, this.#clock.now() + delayMs, this.#count++);
    this.#timers.push(task);
    return task;
  }

  run(): void {
    while (this.#ready.length > 0 || this.#timers.first) this.#turn();
  }

  #turn(): void {
    if (this.#ready.length === 0) this.#clock.sleepUntil((this.#timers.first as Task).deadline);
    const now = this.#clock.now();
    for (
      let first = this.#timers.first;
      first && first.deadline <= now;
      first = this.#timers.first
    ) {
      this.#timers.pop();
      this.#ready.push(first);
    }
    for (let left = this.#ready.length; left > 0; left--)
      this.#perform(this.#ready.shift() as Task);
  }

  #perform(task: Task): void {
    try {
      task.callback?.();
    } catch (error) {
      this.#onError(error);
    }
  }
}

export function createLoop(clock: Clock, onError: (error: unknown) => void): Loop {
  return new TinyLoop(clock, onError);
}
