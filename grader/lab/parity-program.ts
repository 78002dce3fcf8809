import type { Random } from './random.ts';

/** One thing that a generated program does: it logs its label, then does its own steps. */
export interface Step {
  label: string;
  does: 'timeout' | 'interval' | 'immediate' | 'microtask' | 'nextTick' | 'clear';
  /** Delay of a timer. */
  ms: number;
  /** How often an interval fires before it clears itself. */
  times: number;
  /** Label of the timer or immediate that a `clear` takes back. */
  target: string;
  steps: Step[];
}

type Timers = Pick<
  typeof globalThis,
  | 'setTimeout'
  | 'setInterval'
  | 'setImmediate'
  | 'clearTimeout'
  | 'clearInterval'
  | 'clearImmediate'
>;

// Far enough apart for a real event loop to keep them in order.
const DELAYS = [0, 0, 1, 1, 6, 6, 13, 29];

/** A random program of about a dozen steps, nested up to three deep. */
export function generateProgram(random: Random): Step[] {
  const labels: string[] = [];
  const generate = (depth: number): Step[] =>
    Array.from({ length: random.int(depth === 0 ? 3 : 0, depth === 0 ? 5 : 2) }, () => {
      const label = `s${labels.length}`;
      const target = labels.length === 0 ? label : random.pick(labels);
      labels.push(label);
      const does = random.pick([
        ...(['timeout', 'timeout', 'timeout', 'interval', 'immediate'] as const),
        ...(['immediate', 'microtask', 'nextTick', 'clear'] as const),
      ]);
      const steps = depth < 3 && does !== 'clear' ? generate(depth + 1) : [];
      return { label, does, ms: random.pick(DELAYS), times: random.int(1, 3), target, steps };
    });
  return generate(0);
}

/** Runs a program on some timers; `log` gets the labels in the order in which they came to run. */
export function runProgram(program: readonly Step[], timers: Timers, log: string[]): void {
  const handles = new Map<string, unknown>();

  const perform = (step: Step): void => {
    const { label, does, ms } = step;
    let fired = 0;
    let interval: unknown;
    const act = (): void => {
      log.push(label);
      fired += 1;
      if (fired >= step.times) timers.clearInterval(interval as never);
      for (const next of step.steps) perform(next);
    };
    if (does === 'timeout') handles.set(label, timers.setTimeout(act, ms));
    else if (does === 'interval') {
      interval = timers.setInterval(act, ms);
      handles.set(label, interval);
    } else if (does === 'immediate') handles.set(label, timers.setImmediate(act));
    else if (does === 'microtask') queueMicrotask(act);
    else if (does === 'nextTick') process.nextTick(act);
    else {
      log.push(label);
      const handle = handles.get(step.target) as never;
      timers.clearTimeout(handle);
      timers.clearImmediate(handle);
    }
  };
  for (const step of program) perform(step);
}
