import { expect, test } from 'vitest';
import { VirtualClock } from './clock.ts';
import { Immediate, Timeout } from './timer.ts';

function createClock(): { clock: VirtualClock; uncaught: unknown[] } {
  const uncaught: unknown[] = [];
  const clock = new VirtualClock({
    uncaught: (error) => uncaught.push(error),
    busyWait: () => {},
    site: () => undefined,
  });
  return { clock, uncaught };
}

function fireAll(clock: VirtualClock, most = 10): void {
  for (let i = 0; i < most && clock.nextTimeout(); i++) clock.fireNextTimeout();
}

test('a Timeout calls back on itself, with its arguments, once', () => {
  const { clock } = createClock();
  const calls: unknown[] = [];
  const timeout = clock.setTimeout(
    function (this: unknown, ...args) {
      calls.push([this === timeout, ...args]);
    },
    5,
    ['a', 2],
    false,
  );
  fireAll(clock);
  expect(calls).toEqual([[true, 'a', 2]]);
  expect([clock.now, timeout.ms, timeout.repeats]).toEqual([5, 5, false]);
});

test('an interval comes every period until it is closed', () => {
  const { clock } = createClock();
  const calls: number[] = [];
  const interval = clock.setTimeout(
    () => {
      calls.push(clock.now);
      if (calls.length === 3) interval.close();
    },
    10,
    [],
    true,
  );
  fireAll(clock);
  expect(calls).toEqual([10, 20, 30]);
  expect(interval.repeats).toBe(true);
});

test('an interval counts its period from the start of the call; when that is over, 1 ms', () => {
  const { clock } = createClock();
  const calls: number[] = [];
  const work = [4, 25, 0];
  clock.setTimeout(
    () => {
      calls.push(clock.now);
      clock.moveTo(clock.now + (work.shift() ?? 0));
    },
    10,
    [],
    true,
  );
  fireAll(clock, 4);
  expect(calls).toEqual([10, 20, 46, 56]);
});

test('an interval goes on after a call that throws', () => {
  const { clock, uncaught } = createClock();
  clock.setTimeout(
    () => {
      throw clock.now;
    },
    10,
    [],
    true,
  );
  fireAll(clock, 2);
  expect(uncaught).toEqual([10, 20]);
});

test('refresh() starts the delay again: while armed, after firing, in the callback', () => {
  const { clock } = createClock();
  const calls: number[] = [];
  const timeout = clock.setTimeout(
    () => {
      calls.push(clock.now);
      if (calls.length === 2) timeout.refresh();
    },
    10,
    [],
    false,
  );
  clock.moveTo(6);
  expect(timeout.refresh()).toBe(timeout);
  fireAll(clock);
  clock.moveTo(50);
  timeout.refresh();
  fireAll(clock);
  expect(calls).toEqual([16, 60, 70]);
});

test('refresh() in the callback of an interval arms it once', () => {
  const { clock } = createClock();
  const calls: number[] = [];
  const interval = clock.setTimeout(
    () => {
      calls.push(clock.now);
      interval.refresh();
    },
    10,
    [],
    true,
  );
  fireAll(clock, 3);
  expect(calls).toEqual([10, 20, 30]);
  expect(clock.pendingTimeouts).toEqual([interval]);
});

test('close() is final: refresh() arms it no more', () => {
  const { clock } = createClock();
  const timeout = clock.setTimeout(() => {}, 10, [], false);
  expect(timeout.close()).toBe(timeout);
  timeout.refresh();
  expect(clock.pendingTimeouts).toEqual([]);
  timeout.close();
  expect(clock.pendingTimeouts).toEqual([]);
});

test('a Timeout is a number for clearTimeout(), a different one for each', () => {
  const { clock } = createClock();
  const [a, b] = [1, 2].map(() => clock.setTimeout(() => {}, 10, [], false));
  expect(Number(a)).toBe(a?.id);
  expect(Number(a)).not.toBe(Number(b));
});

test('ref() and unref() are remembered, also for the next arming', () => {
  const { clock } = createClock();
  const timeout = clock.setTimeout(() => {}, 10, [], false);
  expect(timeout.hasRef()).toBe(true);
  expect(timeout.unref()).toBe(timeout);
  expect(timeout.refresh().hasRef()).toBe(false);
  expect(timeout.ref().hasRef()).toBe(true);
});

test('a Timeout can be disposed of', () => {
  const { clock } = createClock();
  {
    using _timeout = clock.setTimeout(() => {}, 10, [], false);
    expect(clock.pendingTimeouts).toHaveLength(1);
  }
  expect(clock.pendingTimeouts).toEqual([]);
});

test('an Immediate calls back on itself, with its arguments, unless cancelled', () => {
  const calls: unknown[] = [];
  const note = function (this: unknown, ...args: unknown[]): void {
    calls.push([this === immediate, ...args]);
  };
  const immediate = new Immediate(note, [1, 'b']);
  immediate.fire();
  expect(immediate.cancelled).toBe(false);
  immediate.cancel();
  immediate.fire();
  expect(calls).toEqual([[true, 1, 'b']]);
  expect(immediate.cancelled).toBe(true);
});

test('an Immediate knows ref() and unref() and can be disposed of', () => {
  const immediate = new Immediate(() => {}, []);
  expect(immediate.hasRef()).toBe(true);
  expect(immediate.unref()).toBe(immediate);
  expect(immediate.hasRef()).toBe(false);
  expect(immediate.ref().hasRef()).toBe(true);
  immediate[Symbol.dispose]();
  expect(immediate.cancelled).toBe(true);
});

test('nothing on a handle can be replaced or added, and it shows no link to the clock', () => {
  const { clock } = createClock();
  const handles = [clock.setTimeout(() => {}, 10, [], false), clock.setImmediate(() => {}, [])];
  for (const handle of handles) {
    expect(Reflect.ownKeys(handle)).toEqual([]);
    expect(Object.isFrozen(handle)).toBe(true);
    expect(Object.isFrozen(Object.getPrototypeOf(handle))).toBe(true);
  }
  expect([Timeout, Immediate].map(Object.isFrozen)).toEqual([true, true]);
});
