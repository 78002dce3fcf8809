import { expect, test } from 'vitest';
import type { Report } from '../verdict.ts';
import { json } from './json.ts';

const report: Report = {
  course: 'Mini Course',
  version: '0.1.0',
  isolation: 'process',
  exercises: [
    {
      id: 'overlap',
      status: 'failed',
      score: 0,
      maxScore: 1,
      checks: [
        { id: 'a', title: 'a', status: 'failed', weight: 1, message: '\x1b[2J\x9b1m\u202e' },
      ],
    },
  ],
  score: 0,
  maxScore: 1,
};

test('json() can be read back unchanged', () => {
  expect(JSON.parse(json(report))).toEqual(report);
});

test('json() holds no control character, even when a submission put one into a message', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
  expect(json(report)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  expect(json(report).endsWith('}\n')).toBe(true);
});
