import { describe, expect, test } from 'vitest';
import { fifo } from './fifo.ts';
import { free } from './free.ts';
import { lifo } from './lifo.ts';
import { randomDurations } from './random-durations.ts';
import type { Scheduler } from './scheduler.ts';
import { DEFAULT_BUDGET, randomStrategies, schedulerFor } from './strategies.ts';

const enabled = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ order: i + 1, chain: i + 1, label: `op ${i}` }));

const choices = (scheduler: Scheduler, widths: readonly number[]) =>
  widths.map((width) => scheduler.choose(enabled(width)));

const durations = ({ duration }: Scheduler, n: number) =>
  Array.from({ length: n }, () => duration?.(1_000));

test('fifo() takes the first and keeps the durations', () => {
  expect(choices(fifo(), [2, 5, 3])).toEqual([0, 0, 0]);
  expect(fifo()).toMatchObject({ name: 'fifo', timed: true });
  expect(fifo().duration).toBeUndefined();
});

test('lifo() takes the last, whatever the durations are', () => {
  expect(choices(lifo(), [2, 5, 3])).toEqual([1, 4, 2]);
  expect(lifo()).toMatchObject({ name: 'lifo', timed: false });
});

describe('free()', () => {
  test('follows its choices, then takes the first', () => {
    expect(choices(free([1, 0, 2]), [2, 2, 3, 9, 9])).toEqual([1, 0, 2, 0, 0]);
    expect(free([])).toMatchObject({ name: 'free', timed: false });
  });

  test('takes the first where its choice does not exist', () => {
    expect(choices(free([4, 1, 3]), [3, 3, 2])).toEqual([0, 1, 0]);
  });
});

describe('randomDurations()', () => {
  test('makes every duration 1 to 100 ms, and any choice among what is due', () => {
    const scheduler = randomDurations(3);
    const drawn = durations(scheduler, 2_000) as number[];
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([1, 100]);
    expect(drawn.every(Number.isInteger)).toBe(true);
    const chosen = choices(scheduler, new Array(200).fill(3));
    expect(new Set(chosen)).toEqual(new Set([0, 1, 2]));
  });

  test('is the same for the same seed, and named after it', () => {
    expect(durations(randomDurations(71), 20)).toEqual(durations(randomDurations(71), 20));
    expect(durations(randomDurations(71), 20)).not.toEqual(durations(randomDurations(72), 20));
    expect(randomDurations(71)).toMatchObject({ name: 'dur1z', timed: true });
  });
});

describe('schedulerFor()', () => {
  test('makes the scheduler again from its name and choices', () => {
    expect(schedulerFor({ name: 'fifo', choices: [] })).toMatchObject({
      name: 'fifo',
      timed: true,
    });
    const repeated = schedulerFor({ name: 'free', choices: [1, 2] });
    expect(choices(repeated, [3, 3, 3])).toEqual([1, 2, 0]);
    const { name } = randomDurations(123_456_789);
    expect(durations(schedulerFor({ name, choices: [] }), 20)).toEqual(
      durations(randomDurations(123_456_789), 20),
    );
  });

  test.for(['lifo', 'pct1z', 'dur', 'dur!', 'FIFO', ''])('refuses "%s"', (name) => {
    expect(() => schedulerFor({ name, choices: [] })).toThrow(RangeError);
  });
});

describe('randomStrategies()', () => {
  const names = (seed: number) =>
    [
      ...randomStrategies(seed, 10, {
        exhaustive: 9,
        durations: 2,
        pctDepth2: 2,
        pctDepth3: 1,
        cases: 1,
      }),
    ].map(({ name }) => name);

  test('are as many as the budget says, each with a seed of its own', () => {
    expect(names(0)).toEqual(['dur0', 'dur1', 'pctrs', 'pctrt', 'pct1jk']);
    expect([...randomStrategies(1, 10, DEFAULT_BUDGET)]).toHaveLength(200);
  });

  test('wrap round at the largest seed', () => {
    expect(names(2 ** 32 - 1).slice(0, 2)).toEqual(['dur1z141z3', 'dur0']);
  });
});
