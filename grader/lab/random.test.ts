import { expect, test } from 'vitest';
import { createRandom } from './random.ts';

const take = (n: number, next: () => number) => Array.from({ length: n }, next);

test('the same seed gives the same numbers, on every machine and for ever', () => {
  const { next } = createRandom(1);
  expect(take(3, next).map((n) => n.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447']);
  expect(take(5, createRandom(7).next)).toEqual(take(5, createRandom(7).next));
  expect(take(5, createRandom(7).next)).not.toEqual(take(5, createRandom(8).next));
});

test('next() is spread evenly over [0, 1)', () => {
  const { next } = createRandom(5);
  const tenths = new Array<number>(10).fill(0);
  for (const n of take(100_000, next))
    tenths[Math.floor(n * 10)] = (tenths[Math.floor(n * 10)] ?? 0) + 1;
  expect(tenths).toHaveLength(10);
  expect(Math.min(...tenths)).toBeGreaterThan(9_600);
});

test('int() reaches both bounds and nothing beyond', () => {
  const { int } = createRandom(3);
  const seen = new Set(take(1_000, () => int(-1, 3)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2, 3]);
  expect(int(4, 4)).toBe(4);
});

test('pick() reaches every item, and refuses an empty list', () => {
  const { pick } = createRandom(3);
  expect(new Set(take(100, () => pick([1, 2, 3])))).toEqual(new Set([1, 2, 3]));
  expect(() => pick([])).toThrow('Cannot pick from an empty list');
});

test('shuffle() returns a copy in every order, all about equally often', () => {
  const { shuffle } = createRandom(3);
  const items = Object.freeze([1, 2, 3]);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6_000; i++) {
    const order = shuffle(items).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(new Set(counts.keys())).toEqual(new Set(['123', '132', '213', '231', '312', '321']));
  expect(Math.min(...counts.values())).toBeGreaterThan(850);
});
