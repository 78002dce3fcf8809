import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { loadProgress } from '../course/progress-file.ts';
import { begin, gradeWith, verdict } from './grade-with.ts';

test('grade() without a slug takes what is started', async () => {
  const course = miniCourse();
  begin(course, 'retry');
  begin(course, 'overlap');
  const give = (slug: string) => verdict(slug === 'retry' ? 'failed' : 'passed', slug);
  const { io, code, asked } = await gradeWith(course, [], give);
  expect(code).toBe(1);
  expect(asked[0]?.slugs).toEqual(['overlap', 'retry']);
  expect(io.said()).toContain('✓ overlap — Start everything, then wait · 3 of 3 points');
  expect(io.said()).toContain('Total: 4 of 6 points · 1 passed · 1 failed');
  expect(io.said()).toContain('    npm run grade retry\n');
});

test('grade() --json prints the report and nothing else, also with nothing started', async () => {
  const course = miniCourse();
  const { io, code } = await gradeWith(course, ['--json'], (slug) => verdict('not-started', slug), {
    isTty: true,
  });
  expect(code).toBe(1);
  expect(JSON.parse(io.said())).toMatchObject({
    course: 'Mini Course',
    isolation: 'process',
    exercises: [{ id: 'overlap', status: 'not-started' }],
    score: 0,
    maxScore: 3,
  });
  expect(io.complained()).toBe('');
});

test('grade() --json adds up, and names the misconception', async () => {
  const course = miniCourse();
  const give = (slug: string) => verdict(slug === 'overlap' ? 'failed' : 'passed', slug);
  const { io } = await gradeWith(course, ['overlap', 'retry', 'overlap', '--json'], give);
  const report = JSON.parse(io.said());
  expect(report).toMatchObject({ score: 4, maxScore: 6 });
  expect(report.exercises).toHaveLength(2);
  expect(report.exercises[0].misconception.id).toBe('await-in-loop');
});

test('grade() --dir grades every exercise of another folder, and leaves the learner alone', async () => {
  const course = miniCourse();
  const dir = path.join(course.root, 'class/ada');
  mkdirSync(path.join(dir, '1.2-benefits/overlap'), { recursive: true });
  writeFileSync(path.join(dir, '1.2-benefits/overlap/overlap.ts'), 'export {};\n');
  const changes = { cwd: path.join(course.root, 'class') };
  const { io, code, asked } = await gradeWith(
    course,
    ['--dir', 'ada'],
    () => verdict('failed'),
    changes,
  );
  const everything = course.exercises.map(({ id }) => id);
  expect([code, asked[0]?.dir, asked[0]?.slugs]).toEqual([1, dir, everything]);
  expect(io.said()).toContain('npm run grade overlap -- --dir ada --replay s1.k9f2');
  expect(io.said()).not.toContain('Stuck?');
  expect(loadProgress(course)).toEqual({});
});

test('grade() --replay repeats one failure, and is no attempt', async () => {
  const course = miniCourse();
  const args = ['overlap', '--replay', 's1.k9f2'];
  const { io, asked } = await gradeWith(course, args, () => verdict('passed'));
  expect(asked[0]?.replay).toBe('s1.k9f2');
  expect(io.said()).toContain('This failure no longer happens.');
  expect(loadProgress(course)).toEqual({});
});

test.for([
  [['overlap', '--dir', 'nowhere'], 'There is no folder "nowhere" to grade.'],
  [['--replay', 's1'], 'name one exercise'],
  [['overlap', 'retry', '--replay', 's1'], 'name one exercise'],
  [['overlap', 'rety'], 'Did you mean "retry"?'],
] as const)('grade() refuses %o before it judges anything', async ([args, sentence]) => {
  const { io, code, asked } = await gradeWith(miniCourse(), [...args], () => verdict('passed'));
  expect([code, asked]).toEqual([2, []]);
  expect(io.complained()).toContain(sentence);
});
