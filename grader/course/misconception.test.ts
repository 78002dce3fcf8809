import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CheckVerdict, Verdict } from '../verdict.ts';
import type { Exercise } from './catalogue.ts';
import { miniCourse } from './mini-course.ts';
import { loadChecks, matchMisconception, signatureOf } from './misconception.ts';

function check(id: string, status: CheckVerdict['status'], kind?: string): CheckVerdict {
  return { id, title: id, status, weight: 1, ...(kind === undefined ? {} : { kind }) };
}

function failing(checks: CheckVerdict[]): Verdict {
  return { id: 'overlap', status: 'failed', score: 1, maxScore: 3, checks };
}

function overlap(): Exercise {
  const [exercise] = miniCourse().exercises;
  if (exercise === undefined) throw new Error('The mini course has three exercises');
  return exercise;
}

const loop = [check('starts-all', 'failed', 'toOverlap'), check('keeps-order', 'passed')];

test('signatureOf() names the failed checks and how they failed, in order', () => {
  const checks = [
    check('a', 'failed', 'toPeakAt'),
    check('b', 'passed', 'ignored'),
    check('c', 'failed'),
    check('d', 'not-run'),
  ];
  expect(signatureOf(checks)).toBe('a:toPeakAt|c:');
});

test('matchMisconception() speaks the language of the learner', () => {
  const exercise = overlap();
  expect(matchMisconception(exercise, failing(loop), 'en')).toEqual({
    id: 'await-in-loop',
    belief: 'A loop that awaits each download still lets them overlap.',
    refutation: expect.stringContaining('Each await suspends'),
    read: '1.2-benefits',
  });
  expect(matchMisconception(exercise, failing(loop), 'zh')?.belief).toContain('循环');
});

test('matchMisconception() stays silent when the submission fails in another way', () => {
  const exercise = overlap();
  const other = [
    [check('starts-all', 'failed', 'deadlock'), check('keeps-order', 'passed')],
    [...loop, check('third', 'failed')],
    [check('starts-all', 'passed'), check('keeps-order', 'passed')],
  ];
  for (const checks of other) {
    expect(matchMisconception(exercise, failing(checks), 'en')).toBeUndefined();
  }
  const passed: Verdict = { ...failing(loop), status: 'passed' };
  expect(matchMisconception(exercise, passed, 'en')).toBeUndefined();
});

test('matchMisconception() takes no failure for a known one only because no check failed', () => {
  const exercise = overlap();
  const { misconceptions, ...list } = loadChecks(exercise);
  const vague = misconceptions.map((known) => ({ ...known, signature: '' }));
  const file = path.join(exercise.hiddenDir, 'checks.json');
  writeFileSync(file, JSON.stringify({ ...list, misconceptions: vague }));
  expect(matchMisconception(exercise, failing([check('a', 'not-run')]), 'en')).toBeUndefined();
});

test('matchMisconception() does without a list; loadChecks() says which file is missing', () => {
  const exercise = overlap();
  rmSync(path.join(exercise.hiddenDir, 'checks.json'));
  expect(matchMisconception(exercise, failing(loop), 'en')).toBeUndefined();
  expect(() => loadChecks(exercise)).toThrow(/Cannot read ".*checks\.json"/);
});
