import { expect, test } from 'vitest';
import { fifo } from './fifo.ts';
import { free } from './free.ts';
import { lifo } from './lifo.ts';
import { pct } from './pct.ts';
import { randomDurations } from './random-durations.ts';
import { recording } from './recording.ts';
import { schedulerFor } from './strategies.ts';

const enabled = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ order: i + 1, chain: i + 1, label: `op ${i}` }));

test('passes everything on', () => {
  const recorded = recording(lifo());
  expect([2, 5].map((n) => recorded.choose(enabled(n)))).toEqual([1, 4]);
  expect(recorded).toMatchObject({ name: 'lifo', timed: false });
  expect(recorded.duration).toBeUndefined();
  const seen: unknown[] = [];
  const asking = recording({
    ...fifo(),
    duration: (ms) => ms * 2,
    choose: (list) => seen.push(...list) - 1,
  });
  expect(asking.duration?.(10)).toBe(20);
  asking.choose(enabled(2));
  expect(seen).toEqual(enabled(2));
});

test('remembers from how many it chose', () => {
  const recorded = recording(free([1]));
  for (const n of [2, 3, 4]) recorded.choose(enabled(n));
  expect(recorded.widths).toEqual([2, 3, 4]);
});

test('a timed scheduler is repeated by its name alone', () => {
  for (const scheduler of [fifo(), randomDurations(7)]) {
    const recorded = recording(scheduler);
    recorded.choose(enabled(3));
    expect(recorded.schedule).toEqual({ name: scheduler.name, choices: [] });
  }
});

test.for([lifo(), free([1, 0, 2]), pct(5, 3, 6)])(
  'an untimed scheduler ($name) is repeated by its choices',
  (scheduler) => {
    const recorded = recording(scheduler);
    const widths = [3, 2, 3, 4, 2, 2];
    const chosen = widths.map((n) => recorded.choose(enabled(n)));
    expect(recorded.schedule).toEqual({ name: 'free', choices: chosen });
    const repeated = schedulerFor(recorded.schedule);
    expect(widths.map((n) => repeated.choose(enabled(n)))).toEqual(chosen);
  },
);
