import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { miniCourse } from './mini-course.ts';
import { isStarted, ownDir, submissionFile } from './submission.ts';

test('isStarted() is about what somebody wrote, not about line ends', () => {
  const course = miniCourse();
  const [overlap] = course.exercises;
  if (overlap === undefined) throw new Error('The mini course has three exercises');
  const file = submissionFile(ownDir(course), overlap);
  const stub = readFileSync(file, 'utf8');

  expect(isStarted(ownDir(course), overlap)).toBe(false);
  writeFileSync(file, stub.replaceAll('\n', '\r\n'));
  expect(isStarted(ownDir(course), overlap)).toBe(false);
  writeFileSync(file, `${stub}// mine`);
  expect(isStarted(ownDir(course), overlap)).toBe(true);
  rmSync(file);
  expect(isStarted(ownDir(course), overlap)).toBe(false);
});
