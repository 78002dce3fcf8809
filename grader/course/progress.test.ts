import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Verdict } from '../verdict.ts';
import { miniCourse } from './mini-course.ts';
import { isPassed, type Progress, recordGivingUp, recordHints, recordVerdict } from './progress.ts';
import { loadProgress, saveProgress } from './progress-file.ts';

const monday = new Date('2026-02-02T08:00:00Z');
const tuesday = new Date('2026-02-03T08:00:00Z');

function verdict(status: Verdict['status'], score: number, id = 'overlap'): Verdict {
  return { id, status, score, maxScore: 3, checks: [] };
}

test('recordVerdict() never turns a passed exercise back', () => {
  let progress = recordVerdict({}, verdict('failed', 1), monday);
  progress = recordVerdict(progress, verdict('passed', 3), monday);
  progress = recordVerdict(progress, verdict('failed', 0), tuesday);
  expect(progress.overlap).toMatchObject({ status: 'passed', bestScore: 3, attempts: 3 });
  progress = recordVerdict(progress, verdict('passed', 3), tuesday);
  expect(progress).toEqual({
    overlap: {
      status: 'passed',
      attempts: 4,
      bestScore: 3,
      maxScore: 3,
      passedAt: monday.toISOString(),
      hintsSeen: 0,
    },
  });
});

test('recordVerdict() counts no attempt for a stub, nor for a fault of the grader', () => {
  const internal = { kind: 'internal' as const, message: 'out of order' };
  expect(recordVerdict({}, verdict('not-started', 0), monday)).toEqual({});
  expect(recordVerdict({}, { ...verdict('error', 0), outcome: internal }, monday)).toEqual({});
});

test('recordVerdict() keeps the hints that were read and that the learner gave up', () => {
  let progress = recordGivingUp(recordHints({}, 'overlap', 2), 'overlap');
  progress = recordVerdict(recordHints(progress, 'overlap', 1), verdict('error', 0), monday);
  expect(progress.overlap).toMatchObject({ status: 'error', hintsSeen: 2, gaveUp: true });
  expect(isPassed(progress, 'overlap')).toBe(false);
});

test('saveProgress() writes in course order, keeps unknown slugs, and reads back the same', () => {
  const course = miniCourse();
  let progress: Progress = {};
  for (const slug of ['retired', 'countdown', 'overlap']) {
    progress = recordVerdict(progress, verdict('passed', 3, slug), monday);
  }
  saveProgress(course, progress);
  expect(loadProgress(course)).toEqual(progress);
  expect(Object.keys(loadProgress(course))).toEqual(['overlap', 'countdown', 'retired']);
  const file = path.join(course.root, 'progress.json');
  const before = readFileSync(file, 'utf8');
  saveProgress(course, loadProgress(course));
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(readdirSync(path.join(course.root, '.course'))).toEqual([]);
});

test('loadProgress() starts empty without a file, and does not create one', () => {
  const course = miniCourse();
  expect(loadProgress(course)).toEqual({});
  expect(readdirSync(course.root)).not.toContain('progress.json');
});

test.for(['{ "overlap": ', '', '[]', 'null', '"passed"'])(
  'loadProgress() keeps a damaged file aside: %s',
  (text) => {
    const course = miniCourse();
    for (const number of [1, 2]) {
      writeFileSync(path.join(course.root, 'progress.json'), text);
      const kept: string[] = [];
      expect(loadProgress(course, (file) => kept.push(file))).toEqual({});
      expect(kept).toEqual([path.join(course.root, `progress.broken-${number}.json`)]);
      expect(readFileSync(kept[0] ?? '', 'utf8')).toBe(text);
    }
    expect(readdirSync(course.root)).not.toContain('progress.json');
  },
);

test('loadProgress() uses what is valid in a damaged file', () => {
  const course = miniCourse();
  const good = recordVerdict({}, verdict('passed', 3, 'retry'), monday);
  const text = JSON.stringify({ ...good, overlap: 'yes', strange: 42 });
  writeFileSync(path.join(course.root, 'progress.json'), text);
  const kept: string[] = [];
  expect(loadProgress(course, (file) => kept.push(file))).toEqual({ ...good, strange: 42 });
  expect(kept).toHaveLength(1);
  expect(loadProgress(course, (file) => kept.push(file))).toEqual({ ...good, strange: 42 });
  expect(kept).toHaveLength(1);
});

test('loadProgress() reads what an editor on Windows saved', () => {
  const course = miniCourse();
  const good = recordVerdict({}, verdict('passed', 3), monday);
  writeFileSync(path.join(course.root, 'progress.json'), `\ufeff${JSON.stringify(good)}\r\n`);
  expect(loadProgress(course)).toEqual(good);
});
