import { expect, test } from 'vitest';
import { CheckFailure, claim, shapeOf } from './failure.ts';

test.for([
  ['It was over at 300 ms, expected at 1.5 ms', 'It was over at # ms, expected at # ms'],
  ['"GET /a" came before "GET /b"', '"…" came before "…"'],
  ['`push` was called', '"…" was called'],
  ['got [ 1, 2 ] and []', 'got […] and […]'],
  ['first line\nsecond line', 'first line'],
  ['', ''],
])('shapeOf(%j) is %j', ([sentence, shape]) => {
  expect(shapeOf(sentence as string)).toBe(shape);
});

test('claim() fails with its sentence, whose shape is the kind', () => {
  expect(() => claim(true, 'x')).not.toThrow();
  expect(() => claim(false, 'Stored 1 instead of 2')).toThrow(
    expect.objectContaining({
      name: 'CheckFailure',
      message: 'Stored 1 instead of 2',
      kind: 'Stored # instead of #',
    }),
  );
});

test('a CheckFailure has a kind, notes for the timeline, and no schedule at first', () => {
  const failure = new CheckFailure('sentence', 'kind', { peak: '(expected 3)' });
  expect(failure).toBeInstanceOf(Error);
  expect({ ...failure }).toEqual({
    name: 'CheckFailure',
    kind: 'kind',
    notes: { peak: '(expected 3)' },
    schedule: undefined,
  });
  expect(new CheckFailure('sentence', 'kind').notes).toEqual({});
});
