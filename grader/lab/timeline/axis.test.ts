import { expect, test } from 'vitest';
import { formatTime, makeAxis } from './axis.ts';

test.each([
  [0, ['0 ms']],
  [0.5, ['0', '0.1', '0.2', '0.3', '0.4', '0.5 ms']],
  [1, ['0', '1 ms']],
  [7, ['0', '1', '2', '3', '4', '5', '6', '7 ms']],
  [33.3333, ['0', '5', '10', '15', '20', '25', '30 ms']],
  [333, ['0', '50', '100', '150', '200', '250', '300 ms']],
  [9999, ['0', '2000', '4000', '6000', '8000', '10000 ms']],
  [10_000, ['0', '2', '4', '6', '8', '10 s']],
  [3_600_000, ['0', '10', '20', '30', '40', '50', '60 min']],
  [86_400_000, ['0', '5', '10', '15', '20 h']],
])('makeAxis() labels %d ms', (end, labels) => {
  const spacing = (label: string) => Math.max(6, label.length + 2);
  const axis = makeAxis(end, { columns: 50, tail: 0, spacing });
  expect(axis.ticks.map(({ label }) => label)).toEqual(labels);
  expect(axis.columns).toBeLessThanOrEqual(50);
  expect(axis.column(end)).toBe(axis.columns - 1);
});

test.each([
  [0, '0 ms'],
  [1 / 3, '0.333 ms'],
  [9999, '9999 ms'],
  [12_345, '12.345 s'],
  [90_000, '90 s'],
  [5_400_000, '90 min'],
  [3_600_000, '1 h'],
  [3_600_001, '3600.001 s'],
])('formatTime() writes %d ms', (ms, written) => {
  expect(formatTime(ms)).toBe(written);
});
