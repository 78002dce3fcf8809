import { describe, expect, test } from 'vitest';
import { expect as labExpect } from './matchers.ts';
import { failureOf, testLab } from './test-world.ts';

const nothing = { timers: [], operations: [], listeners: 0 };

describe('timers', () => {
  test('are those still armed when the promise settles, not those that fire until the end', async () => {
    const { lab, setTimeout, setInterval, clearInterval } = testLab();
    await lab.run(async () => {
      setTimeout(() => {}, 10);
      setTimeout(() => {}, 90);
      clearInterval(setInterval(() => {}, 7));
      const interval = setInterval(() => {}, 40);
      setTimeout(() => clearInterval(interval), 200);
      await lab.at(50);
    });
    expect(lab.leftovers.timers).toEqual([
      { ms: 90, repeats: false },
      { ms: 200, repeats: false },
      { ms: 40, repeats: true },
    ]);
    expect(lab.now).toBe(200);
  });

  test('after unref() do not count', async () => {
    const { lab, setTimeout } = testLab();
    await lab.run(() => {
      (setTimeout(() => {}, 10) as NodeJS.Timeout).unref();
    });
    expect(lab.leftovers).toEqual(nothing);
  });
});

test('operations are those still in flight when the promise settles', async () => {
  const { lab } = testLab();
  const get = lab.operation<[string, number]>((url) => `GET ${url}`, { takes: (_, ms) => ms });
  await lab.run(async () => {
    void get('/late', 100);
    await get('/done', 10);
    void get('/later', 200);
  });
  expect(lab.leftovers.operations).toEqual(['GET /late', 'GET /later']);
  expect(lab.trace.spans.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
});

test('operations that failed or were aborted are not in flight', async () => {
  const { lab } = testLab();
  const get = lab.operation<[AbortSignal?]>('GET', { takes: 10, fails: new Error('503') });
  await lab.run(() => Promise.allSettled([get(), get(AbortSignal.abort())]));
  expect(lab.leftovers.operations).toEqual([]);
});

describe('listeners', () => {
  const settled = async (prepare: (signal: AbortSignal) => void): Promise<number> => {
    const { lab } = testLab();
    const { signal } = lab.abortController();
    await lab.run(() => prepare(signal));
    return lab.leftovers.listeners;
  };
  const listener = (): void => {};

  test('are counted on all signals of the check', async () => {
    const { lab } = testLab();
    const signals = [1, 2].map(() => lab.abortController().signal);
    await lab.run(() => {
      for (const signal of signals) signal.addEventListener('abort', listener);
      signals[0]?.addEventListener('abort', () => {}, { once: true });
      signals[0]?.addEventListener('other', listener);
      new AbortController().signal.addEventListener('abort', listener);
    });
    expect(lab.leftovers.listeners).toBe(3);
  });

  test('that were removed, by hand or by a signal, do not count', async () => {
    const count = await settled((signal) => {
      const over = new AbortController();
      signal.addEventListener('abort', () => {}, { signal: over.signal });
      over.abort();
      signal.addEventListener('abort', listener);
      signal.removeEventListener('abort', listener);
    });
    expect(count).toBe(0);
  });

  test('in onabort count, and no more when it is set back to null', async () => {
    const set = (handler: () => void) => (signal: AbortSignal) => {
      signal.onabort = handler;
      signal.addEventListener('abort', listener);
    };
    expect(await settled(set(listener))).toBe(2);
    const setBack = (signal: AbortSignal): void => {
      set(listener)(signal);
      signal.onabort = null;
    };
    expect(await settled(setBack)).toBe(1);
    expect(await settled((signal) => Object.assign(signal, { onabort: null }))).toBe(0);
    const removeAll = (signal: AbortSignal): void => {
      setBack(signal);
      signal.removeEventListener('abort', listener);
    };
    expect(await settled(removeAll)).toBe(0);
  });

  test('of AbortSignal.any() hang on nothing', async () => {
    const count = await settled((signal) => {
      AbortSignal.any([signal]).addEventListener('abort', listener);
    });
    expect(count).toBe(0);
  });

  test.for(['listeners', 'constructor', 'aborted', 'reason'])(
    'and the rest of a signal cannot be forged by a property "%s"',
    async (name) => {
      const { lab } = testLab();
      const controller = lab.abortController();
      const { signal } = controller;
      await lab.run(() => {
        signal.addEventListener('abort', listener);
        expect(Reflect.defineProperty(signal, name, { value: () => [] })).toBe(false);
        expect(() => Object.assign(signal, { [name]: () => [] })).toThrow(TypeError);
      });
      expect(lab.leftovers.listeners).toBe(1);
      expect([signal.aborted, signal.reason]).toEqual([false, undefined]);
      controller.abort('why');
      expect([signal.aborted, signal.reason]).toEqual([true, 'why']);
      expect(signal).toBeInstanceOf(AbortSignal);
    },
  );
});

describe('toLeaveNothingBehind()', () => {
  test('passes when nothing is left', async () => {
    const { lab } = testLab();
    const { signal } = lab.abortController();
    const get = lab.operation<[AbortSignal]>('GET', { takes: 10 });
    await lab.run(() => get(signal));
    labExpect(lab).toLeaveNothingBehind();
    expect(lab.leftovers).toEqual(nothing);
  });

  test.for([
    [
      { ...nothing, timers: [{ ms: 60_000, repeats: false }], listeners: 1 },
      'leftover-timer',
      'When your promise settled, a timer of 60000 ms was still armed: clear it.',
    ],
    [
      { ...nothing, timers: [{ ms: 50, repeats: true }] },
      'leftover-timer',
      'When your promise settled, an interval of 50 ms was still armed: clear it.',
    ],
    [
      { ...nothing, operations: ['GET /a', 'GET /b'], listeners: 1 },
      'leftover-operation',
      'When your promise settled, "GET /a" was still in flight: clear it.',
    ],
    [
      { ...nothing, listeners: 1 },
      'leftover-listener',
      'When your promise settled, 1 abort listener of yours hung on the signal: clear it.',
    ],
    [
      { ...nothing, listeners: 3 },
      'leftover-listener',
      'When your promise settled, 3 abort listeners of yours hung on the signal: clear it.',
    ],
  ] as const)('fails for %o', async ([leftovers, kind, sentence]) => {
    const { lab } = testLab();
    lab.leftovers = leftovers;
    expect(await failureOf(() => labExpect(lab).toLeaveNothingBehind('clear it'))).toEqual({
      kind,
      sentence,
    });
  });
});
