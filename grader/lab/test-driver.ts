import { VirtualClock } from './clock.ts';
import { Driver } from './driver.ts';
import type { Scheduler } from './explore/scheduler.ts';

/** Takes the first of what is due, and never changes a duration. */
export const firstCome: Scheduler = { name: 'first', timed: true, choose: () => 0 };

interface RunHooks {
  settled?: () => boolean;
  stop?: () => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

/**
 * A driver without a lab, for its own tests. What is scheduled with `timeout`, `immediate`, `operation` and `cue` notes
 * its name and time in `log`; a run is settled as soon as it has started, unless `settled` says otherwise.
 */
export function testDriver(scheduler: Scheduler = firstCome, diagnosing = false) {
  const uncaught: unknown[] = [];
  const log: string[] = [];
  const count = { turns: 0 };
  const clock = new VirtualClock({
    uncaught: (error) => uncaught.push(error),
    busyWait: () => {},
    site: () => undefined,
  });
  const onTurn = (): void => {
    count.turns += 1;
  };
  const driver = new Driver({ clock, scheduler, onTurn, diagnosing });
  const note = (text: string) => (): void => {
    log.push(`${text}@${clock.now}`);
  };
  return {
    clock,
    driver,
    log,
    uncaught,
    count,
    note,
    timeout: (text: string, ms: number) => clock.setTimeout(note(text), ms, [], false),
    immediate: (text: string) => clock.setImmediate(note(text), []),
    operation: (text: string, ms: number, then: () => unknown = () => {}) =>
      driver.schedule('operation', text, ms, () => {
        note(text)();
        then();
      }),
    cue: (text: string, ms: number) => driver.schedule('cue', text, ms, note(text)),
    /** Without the note of settling, which is the first entry of most logs. */
    events: () => log.filter((entry) => !entry.startsWith('settled')),
    run: (start: () => unknown, { settled = always, stop = never }: RunHooks = {}) =>
      driver.run({ start, isSettled: settled, onSettled: note('settled'), shouldStop: stop }),
  };
}
