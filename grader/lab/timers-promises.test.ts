import { getEventListeners } from 'node:events';
import { describe, expect, test } from 'vitest';
import { testLab } from './test-world.ts';
import { createTimersPromises } from './timers-promises.ts';

type TimersPromises = typeof import('node:timers/promises');

function createTestPromises() {
  const lab = testLab();
  const promises = createTimersPromises(lab) as TimersPromises;
  return { ...lab, promises };
}

const aborted = { name: 'AbortError', message: 'The operation was aborted', code: 'ABORT_ERR' };
const listenersOf = (signal: AbortSignal) => getEventListeners(signal, 'abort').length;

type Wait = (promises: TimersPromises, options?: { signal: AbortSignal }) => Promise<unknown>;

const waits: Record<string, Wait> = {
  'setTimeout()': ({ setTimeout }, options) => setTimeout(50, 'value', options),
  'scheduler.wait()': ({ scheduler }, options) => scheduler.wait(50, options),
  'setImmediate()': ({ setImmediate }, options) => setImmediate('value', options),
  'setInterval()': ({ setInterval }, options) =>
    setInterval(50, 'value', options)[Symbol.asyncIterator]().next(),
};

describe.each(Object.keys(waits))('%s', (name) => {
  const wait = waits[name] as Wait;
  const due = name === 'setImmediate()' ? 0 : 50;

  test('resolves when its time has come, with its value', async () => {
    const { lab, promises } = createTestPromises();
    const result = await lab.run(() => wait(promises));
    expect([result.status, result.at]).toEqual(['fulfilled', due]);
    const value = name === 'scheduler.wait()' ? undefined : 'value';
    expect(result.value).toEqual(name === 'setInterval()' ? { value, done: false } : value);
  });

  test('rejects at once when the signal is aborted already, and arms nothing', async () => {
    const { lab, world, promises } = createTestPromises();
    const result = await lab.run(() => wait(promises, { signal: AbortSignal.abort('why') }));
    expect([result.error, result.at]).toEqual([aborted, 0]);
    expect((result.untrusted as Error).cause).toBe('why');
    expect([lab.leftovers.timers, world.clock.hasImmediates]).toEqual([[], false]);
  });

  test('rejects at the abort, takes its timer back and lets go of the signal', async () => {
    const { lab, promises } = createTestPromises();
    const controller = lab.abortController();
    const result = await lab.run(() => {
      const waiting = wait(promises, { signal: controller.signal });
      if (due === 0) controller.abort('why');
      else void lab.abortAt(20, controller, 'why');
      return waiting;
    });
    expect([result.error, result.at]).toEqual([aborted, due === 0 ? 0 : 20]);
    expect((result.untrusted as Error).cause).toBe('why');
    expect(lab.leftovers).toEqual({ timers: [], operations: [], listeners: 0 });
  });

  test('refuses what is no signal', async () => {
    const { lab, promises } = createTestPromises();
    const result = await lab.run(() => wait(promises, { signal: 'soon' as never }));
    expect([result.status, result.error?.name]).toEqual(['rejected', 'TypeError']);
    expect(lab.leftovers.timers).toEqual([]);
  });
});

test('setTimeout() lets go of the signal when its time is up', async () => {
  const { lab, promises } = createTestPromises();
  const { signal } = new AbortController();
  await lab.run(() => promises.setTimeout(10, 0, { signal }));
  await lab.run(() => promises.setImmediate(0, { signal }));
  expect(listenersOf(signal)).toBe(0);
});

test('ref: false keeps no process alive', async () => {
  const { lab, promises } = createTestPromises();
  await lab.run(() => {
    void promises.setTimeout(10, 0, { ref: false });
    void promises.setInterval(10, 0, { ref: false })[Symbol.asyncIterator]().next();
    void promises.scheduler.wait(10, { ref: false } as never);
  });
  expect([lab.leftovers.timers, lab.now]).toEqual([[], 0]);
});

test('scheduler.yield() waits for the next turn of the loop', async () => {
  const { lab, promises, setTimeout } = createTestPromises();
  const log: string[] = [];
  await lab.run(async () => {
    setTimeout(() => log.push('timer'), 1);
    queueMicrotask(() => log.push('microtask'));
    await promises.scheduler.yield();
    log.push('yielded');
  });
  expect(log).toEqual(['microtask', 'yielded', 'timer']);
});

describe('setInterval()', () => {
  test('counts the ticks that nobody was waiting for, and hands them out at once', async () => {
    const { lab, promises } = createTestPromises();
    const times: number[] = [];
    await lab.run(async () => {
      for await (const value of promises.setInterval(10, 'tick')) {
        expect(value).toBe('tick');
        times.push(lab.now);
        if (times.length === 1) await lab.at(35);
        if (times.length === 4) break;
      }
    });
    expect(times).toEqual([10, 35, 35, 40]);
    expect(lab.leftovers.timers).toEqual([]);
  });

  test('hands out the ticks before an abort, then rejects; the timer stops at the abort', async () => {
    const { lab, promises } = createTestPromises();
    const controller = lab.abortController();
    const ticks = promises.setInterval(10, 'tick', { signal: controller.signal });
    const iterator = ticks[Symbol.asyncIterator]();
    await lab.run(async () => {
      await iterator.next();
      await lab.abortAt(35, controller, 'why');
    });
    expect(lab.leftovers.timers).toEqual([]);
    await lab.run(() => lab.at(90));
    const got: unknown[] = [];
    for (let i = 0; i < 4; i++) {
      const { status, value, error } = await lab.run(() => iterator.next());
      got.push(status === 'rejected' ? error : value);
    }
    const tick = { value: 'tick', done: false };
    expect(got).toEqual([tick, tick, aborted, { value: undefined, done: true }]);
    expect(lab.leftovers.listeners).toBe(0);
  });

  test('return() stops the timer and lets go of the signal', async () => {
    const { lab, promises } = createTestPromises();
    const { signal } = lab.abortController();
    const iterator = promises.setInterval(10, 'tick', { signal })[Symbol.asyncIterator]();
    await lab.run(async () => {
      await iterator.next();
      await iterator.return?.();
    });
    expect(lab.leftovers).toEqual({ timers: [], operations: [], listeners: 0 });
    expect(lab.now).toBe(10);
  });
});
