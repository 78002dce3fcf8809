import { expect, test } from 'vitest';
import { miniCourse } from './mini-course.ts';
import { nextExercise } from './next.ts';
import { type Progress, recordHints, recordVerdict } from './progress.ts';
import { progressLine } from './progress-line.ts';

const now = new Date('2026-02-03T04:05:06Z');

function passed(...slugs: string[]): Progress {
  return slugs.reduce<Progress>(
    (progress, id) =>
      recordVerdict(progress, { id, status: 'passed', score: 1, maxScore: 1, checks: [] }, now),
    {},
  );
}

test('nextExercise() is the first one that is open, in the order of the course', () => {
  const course = miniCourse();
  expect(nextExercise(course, {})?.id).toBe('overlap');
  expect(nextExercise(course, passed('overlap'))?.id).toBe('retry');
  expect(nextExercise(course, passed('overlap', 'retry'))?.id).toBe('countdown');
  expect(nextExercise(course, passed('overlap', 'retry', 'countdown'))).toBeUndefined();
});

test('nextExercise() skips what requires something that is not passed', () => {
  const course = miniCourse();
  const [overlap, retry, countdown] = course.exercises;
  if (!overlap || !retry || !countdown) throw new Error('The mini course has three exercises');
  const free = { ...countdown, requires: [] };
  const shuffled = { ...course, exercises: [retry, free, overlap] };
  expect(nextExercise(shuffled, {})?.id).toBe('countdown');
});

test('nextExercise() offers the first open one when all of them require each other', () => {
  const course = miniCourse();
  const exercises = course.exercises.map((one) => ({ ...one, requires: ['nowhere'] }));
  expect(nextExercise({ ...course, exercises }, passed('overlap'))?.id).toBe('retry');
});

test('progressLine() counts what is passed and names what is next', () => {
  const course = miniCourse();
  expect(progressLine(course, {})).toBe('0 of 3 done · next: overlap');
  expect(progressLine(course, passed('overlap'))).toBe('1 of 3 done · next: retry');
  expect(progressLine(course, passed('overlap', 'retry', 'countdown'))).toBe('3 of 3 done');
  expect(progressLine(course, passed('overlap'), 'zh')).toBe('已完成 1 / 3 · 下一题\uff1aretry');
});

test('progressLine() counts neither hints nor exercises that the course no longer has', () => {
  const progress = recordHints(passed('removed-long-ago'), 'overlap', 2);
  expect(progressLine(miniCourse(), progress)).toBe('0 of 3 done · next: overlap');
});
