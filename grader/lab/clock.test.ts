import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { BusyWait, type ClockEvents, clampDelay, VirtualClock } from './clock.ts';

const READS = 100_000;

function createClock(events: Partial<ClockEvents> = {}) {
  const uncaught: unknown[] = [];
  const busy: BusyWait[] = [];
  const clock = new VirtualClock({
    uncaught: (error) => uncaught.push(error),
    busyWait: (error) => busy.push(error),
    site: () => undefined,
    ...events,
  });
  return { clock, uncaught, busy };
}

const names = (clock: VirtualClock) => clock.pendingTimeouts.map(({ ms }) => ms);

test.for([
  [undefined, 1],
  [Number.NaN, 1],
  ['soon', 1],
  [0, 1],
  [0.99, 1],
  [-5, 1],
  [Number.POSITIVE_INFINITY, 1],
  [2 ** 31, 1],
  [2 ** 31 - 1, 2 ** 31 - 1],
  [1, 1],
  [1.9, 1],
  [20.9, 20],
  ['20', 20],
  [[7], 7],
  [true, 1],
])('clampDelay() makes %o a delay of %i ms, like Node', ([delay, ms]) => {
  expect(clampDelay(delay)).toBe(ms);
});

test('clampDelay() throws for a symbol and a bigint, like Node', () => {
  expect(() => clampDelay(Symbol('soon'))).toThrow(TypeError);
  expect(() => clampDelay(5n)).toThrow(TypeError);
});

test('nextTimeout() is the earliest one, and of equal ones the first that was set', () => {
  const { clock } = createClock();
  expect(clock.nextTimeout()).toBeUndefined();
  clock.setTimeout(() => {}, 20, [], false);
  clock.setTimeout(() => {}, 10, [], false);
  clock.setTimeout(() => {}, 10, [], false);
  expect(clock.nextTimeout()).toEqual({ at: 10, order: 2 });
  clock.fireNextTimeout();
  expect(clock.nextTimeout()).toEqual({ at: 10, order: 3 });
  expect(clock.now).toBe(10);
});

test('fireNextTimeout() fires an overdue timer without setting the time back', () => {
  const { clock } = createClock();
  const firedAt: number[] = [];
  for (const ms of [10, 30]) {
    clock.setTimeout(() => firedAt.push(clock.now), ms, [], false);
  }
  clock.moveTo(25);
  expect(clock.nextTimeout()).toEqual({ at: 10, order: 1 });
  clock.fireNextTimeout();
  clock.fireNextTimeout();
  expect(firedAt).toEqual([25, 30]);
});

test('read() refuses the read number 100,001 of one turn, and reports it', () => {
  const { clock, busy } = createClock();
  clock.moveTo(7);
  for (let i = 0; i < READS; i++) clock.read();
  expect(busy).toEqual([]);
  expect(() => clock.read()).toThrow(BusyWait);
  expect(busy).toHaveLength(1);
});

test('read() counts afresh when the loop has turned and when time has moved', () => {
  const { clock, busy } = createClock();
  for (const refresh of [() => clock.startTurn(), () => clock.moveTo(5), () => {}]) {
    for (let i = 0; i < READS; i++) clock.read();
    refresh();
  }
  expect(clock.read.bind(clock)).toThrow(BusyWait);
  expect(busy).toHaveLength(1);
});

test('now is free: only what the learner reads is counted', () => {
  const { clock, busy } = createClock();
  for (let i = 0; i < 2 * READS; i++) if (clock.now !== 0) throw new Error('moved');
  expect(busy).toEqual([]);
});

test('call() and timers report what a callback throws', () => {
  const { clock, uncaught } = createClock();
  const fail = (text: string) => () => {
    throw text;
  };
  clock.call(fail('called'));
  clock.setTimeout(fail('in a timer'), 5, [], false);
  clock.fireNextTimeout();
  expect(uncaught).toEqual(['called', 'in a timer']);
});

test('pendingTimeouts are those still armed, in the order in which they were armed', () => {
  const { clock } = createClock();
  const [first] = [30, 10, 20].map((ms) => clock.setTimeout(() => {}, ms, [], false));
  expect(names(clock)).toEqual([30, 10, 20]);
  first?.refresh();
  expect(names(clock)).toEqual([10, 20, 30]);
  clock.fireNextTimeout();
  expect(names(clock)).toEqual([20, 30]);
});

test('clearTimeout() takes a handle, its number or the number as text', () => {
  const { clock } = createClock();
  const set = () => clock.setTimeout(() => {}, 10, [], false);
  clock.clearTimeout(set());
  clock.clearTimeout(Number(set()));
  clock.clearTimeout(String(Number(set())));
  expect(names(clock)).toEqual([]);
  set();
  for (const nothing of [undefined, null, {}, 'x', -1, Number.NaN]) clock.clearTimeout(nothing);
  expect(names(clock)).toEqual([10]);
});

test('clearTimeout() leaves immediates alone, and clearImmediate() timers', () => {
  const { clock } = createClock();
  const immediate = clock.setImmediate(() => {}, []);
  clock.clearTimeout(immediate);
  clock.clearImmediate(clock.setTimeout(() => {}, 10, [], false));
  expect(clock.hasImmediates).toBe(true);
  expect(names(clock)).toEqual([10]);
  clock.clearImmediate(immediate);
  expect(clock.hasImmediates).toBe(false);
});

test('takeImmediates() hands out one batch; those set meanwhile are the next one', () => {
  const { clock } = createClock();
  const first = clock.setImmediate(() => clock.setImmediate(() => {}, []), []);
  const batch = clock.takeImmediates();
  expect(batch).toEqual([first]);
  expect(clock.hasImmediates).toBe(false);
  first.fire();
  expect(clock.hasImmediates).toBe(true);
  expect(clock.takeImmediates()).toHaveLength(1);
});

test('a callback must be a function, and is refused with the error of Node', () => {
  const { clock } = createClock();
  const refused = { code: 'ERR_INVALID_ARG_TYPE', message: /^The "callback" argument must be/ };
  expect(() => clock.setTimeout(undefined as never, 1, [], false)).toThrow(
    expect.objectContaining({
      code: refused.code,
      message: expect.stringMatching(refused.message),
    }),
  );
  expect(() => clock.setImmediate('code' as never, [])).toThrow(refused.message);
  expect(names(clock)).toEqual([]);
});

test('callbacks run in the AsyncLocalStorage of whoever set them', () => {
  const { clock } = createClock();
  const store = new AsyncLocalStorage<string>();
  const seen: unknown[] = [];
  store.run('the setter', () => {
    clock.setTimeout(() => seen.push(store.getStore()), 5, [], false);
    clock.setImmediate(() => seen.push(store.getStore()), []);
  });
  store.run('the driver', () => {
    clock.fireNextTimeout();
    for (const immediate of clock.takeImmediates()) immediate.fire();
  });
  expect(seen).toEqual(['the setter', 'the setter']);
});

test('siteOf() is the place where a timer was set, when places are noted', () => {
  let site: string | undefined = 'line 3';
  const { clock } = createClock({ site: () => site });
  const noted = clock.setTimeout(() => {}, 1, [], false);
  const immediate = clock.setImmediate(() => {}, []);
  site = undefined;
  const unnoted = clock.setTimeout(() => {}, 1, [], false);
  expect([noted, immediate, unnoted].map((handle) => clock.siteOf(handle))).toEqual([
    'line 3',
    'line 3',
    undefined,
  ]);
});

test('reset() begins again at 0: no timer, no immediate, order 1, other listeners', () => {
  const { clock, uncaught } = createClock();
  clock.setTimeout(() => {}, 10, [], true);
  clock.setImmediate(() => {}, []);
  clock.moveTo(50);
  for (let i = 0; i < READS; i++) clock.read();
  const reported: unknown[] = [];
  clock.reset({
    uncaught: (error) => reported.push(error),
    busyWait: () => {},
    site: () => undefined,
  });
  expect([clock.now, clock.read(), clock.hasImmediates, clock.nextTimeout()]).toEqual([
    0,
    0,
    false,
    undefined,
  ]);
  expect(names(clock)).toEqual([]);
  expect(clock.nextOrder()).toBe(1);
  clock.setTimeout(() => {}, 20, [], false);
  expect(clock.nextTimeout()).toEqual({ at: 20, order: 2 });
  clock.call(() => {
    throw 'after';
  });
  expect([uncaught, reported]).toEqual([[], ['after']]);
});
