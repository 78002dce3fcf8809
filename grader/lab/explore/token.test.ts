import { expect, test } from 'vitest';
import { formatToken, parseToken, type ReplayToken } from './token.ts';

test.for([
  [{ seed: 0 }, 'lab1:0'],
  [{ seed: 123_456 }, 'lab1:2n9c'],
  [{ seed: -1 }, 'lab1:1z141z3'],
  [{ seed: 7, schedule: { name: 'fifo', choices: [] } }, 'lab1:7:fifo'],
  [{ seed: 7, schedule: { name: 'dur1z', choices: [] } }, 'lab1:7:dur1z'],
  [{ seed: 7, schedule: { name: 'free', choices: [0, 10, 36] } }, 'lab1:7:free:0.a.10'],
] as [ReplayToken, string][])(
  'formatToken(%j) is %s, and parseToken() reads it',
  ([token, text]) => {
    expect(formatToken(token)).toBe(text);
    expect(parseToken(text)).toEqual({ ...token, seed: token.seed >>> 0 });
  },
);

test.for([
  '',
  'lab1',
  'lab1:',
  'lab2:7',
  'lab1:7Z',
  'lab1:12345678',
  ' lab1:7',
  'npm run grade -- --replay lab1:7',
])('parseToken() refuses "%s", and says what a token looks like', (text) => {
  expect(() => parseToken(text)).toThrow(RangeError);
  expect(() => parseToken(text)).toThrow(`Cannot replay "${text}": a token looks like lab1:9ix`);
});

test('parseToken() takes a choice that is no number for the first', () => {
  expect(parseToken('lab1:7:free:1.!.2').schedule?.choices).toEqual([1, 0, 2]);
});
