import { expect, test } from 'vitest';
import { nextChoices } from './exhaustive.ts';

/** Every schedule of a program whose widths follow from the choices so far; none when it has ended. */
function walk(widthAfter: (choices: readonly number[]) => number): string[] {
  const seen: string[] = [];
  let planned: number[] | undefined = [];
  while (planned) {
    const choices: number[] = [];
    const widths: number[] = [];
    for (let width = widthAfter(choices); width > 1; width = widthAfter(choices)) {
      widths.push(width);
      choices.push(planned[choices.length] ?? 0);
    }
    seen.push(choices.join(''));
    planned = nextChoices(choices, widths);
  }
  return seen;
}

test('a program without a choice has one schedule', () => {
  expect(nextChoices([], [])).toBeUndefined();
  expect(walk(() => 1)).toEqual(['']);
});

test('the last choice that has an alternative takes it', () => {
  expect(nextChoices([0, 0], [2, 3])).toEqual([0, 1]);
  expect(nextChoices([0, 2], [2, 3])).toEqual([1]);
  expect(nextChoices([1, 2], [2, 3])).toBeUndefined();
  expect(nextChoices([0, 0, 0], [2, 1, 1])).toEqual([1]);
});

test('the walk sees every schedule once, in order', () => {
  expect(walk(({ length }) => (length < 2 ? 3 : 1))).toEqual([
    '00',
    '01',
    '02',
    '10',
    '11',
    '12',
    '20',
    '21',
    '22',
  ]);
});

test('the walk follows widths that depend on the choices before', () => {
  const seen = walk((choices) => {
    if (choices.length === 0) return 3;
    return choices.length <= (choices[0] as number) ? 2 : 1;
  });
  expect(seen).toEqual(['0', '10', '11', '200', '201', '210', '211']);
});

test('five things that may end in any order have 120 schedules', () => {
  const seen = walk(({ length }) => 5 - length);
  expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
});
