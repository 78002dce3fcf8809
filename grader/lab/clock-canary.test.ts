import { createClock as createFakeClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';

// What `clock.ts` relies on though fake-timers does not promise it.

test('fake-timers keeps its timers in timerHeap, whose peek() is the next one', () => {
  const fake = createFakeClock(0) as never as {
    timerHeap?: { peek(): { id: number; callAt: number } | undefined };
    setTimeout(callback: () => void, ms: number): { [Symbol.toPrimitive](): number };
    clearTimeout(id: number): void;
  };
  expect(fake.timerHeap?.peek()).toBeUndefined();
  fake.setTimeout(() => {}, 20);
  const id = Number(fake.setTimeout(() => {}, 10));
  expect(fake.timerHeap?.peek()).toMatchObject({ id, callAt: 10 });
  fake.clearTimeout(id);
  expect(fake.timerHeap?.peek()).toMatchObject({ callAt: 20 });
});

test('fake-timers tells and sets the time through its property now alone', () => {
  const fake = createFakeClock(0) as never as {
    now: number;
    setTimeout(callback: () => void, ms: number): unknown;
    next(): number;
  };
  let now = 100;
  const set: number[] = [];
  Object.defineProperty(fake, 'now', {
    get: () => now,
    set: (value: number) => {
      set.push(value);
      now = value;
    },
  });
  let firedAt = 0;
  fake.setTimeout(() => {
    firedAt = now;
  }, 10);
  fake.next();
  expect(firedAt).toBe(110);
  expect(set).toContain(110);
});
