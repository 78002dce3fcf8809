import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { loadProgress } from '../course/progress-file.ts';
import { begin, gradeWith, verdict } from './grade-with.ts';

test('grade() shows a failure, the belief behind it and what to do next', async () => {
  const course = miniCourse();
  const file = begin(course, 'overlap');
  const typeErrors = [{ file, line: 8, text: 'Type \x1b[2J is not assignable.' }];
  const { io, code } = await gradeWith(course, ['overlap'], () => verdict('failed'), {
    typeErrors,
  });
  expect(code).toBe(1);
  expect(io.said()).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      ✗ every download starts before the first one ends
        GET /b started at 100 ms, when GET /a had already ended.
        again: npm run grade overlap -- --replay s1.k9f2

      ✓ the results keep their order

      1 of 3 points

      You may believe:
        A loop that awaits each download still lets them overlap.
      In fact:
        Each await suspends your whole function: the next download starts only after
        the one before has ended.
      Read: chapters/1.2-benefits/README.md

    TypeScript also says:
      exercises/1.2-benefits/overlap/overlap.ts:8
        Type  is not assignable.

    Start with the first ✗, then submit again:
        npm run grade overlap
    Stuck? npm run hint overlap (hint 1 of 3)
    "
  `);
  expect(loadProgress(course).overlap).toMatchObject({
    status: 'failed',
    attempts: 1,
    bestScore: 1,
  });
});

test('grade() shows a success, the solution and the next exercise, and stops', async () => {
  const course = miniCourse();
  const { io, code } = await gradeWith(course, ['overlap'], () => verdict('passed'));
  expect(code).toBe(0);
  expect(io.said()).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      ✓ every download starts before the first one ends
      ✓ the results keep their order

      3 of 3 points

    Passed. The solution may look different; yours is just as right:
        npm run solution overlap
    Next: retry — Once more, please (15 min)
        exercises/2.2.2-async-await/retry/README.md
    "
  `);
  expect(loadProgress(course).overlap).toMatchObject({
    status: 'passed',
    passedAt: '2026-02-03T04:05:06.000Z',
  });
});

test('grade() speaks Chinese, by locale or by --lang', async () => {
  const course = miniCourse();
  const { io } = await gradeWith(course, ['overlap', '--lang', 'zh'], () => verdict('failed'));
  expect(io.said()).toMatchInlineSnapshot(`
    "overlap — 先全部启动，再等待

      ✗ every download starts before the first one ends
        GET /b started at 100 ms, when GET /a had already ended.
        重放：npm run grade overlap -- --replay s1.k9f2

      ✓ the results keep their order

      得分 1 / 3

      你可能以为：
        在循环里逐个 await，下载仍然会同时进行。
      其实：
        每个 await 都会暂停整个函数：前一次下载结束之后，下一次才开始。
      阅读：chapters/1.2-benefits/README.zh-CN.md

    先解决第一个 ✗，然后再次提交：
        npm run grade overlap
    卡住了？npm run hint overlap（第 1 条提示，共 3 条）
    "
  `);
});

test('grade() without anything started grades the next exercise and encourages', async () => {
  const course = miniCourse();
  const { io, code, asked } = await gradeWith(course, [], (slug) => verdict('not-started', slug));
  expect([code, asked[0]?.slugs]).toEqual([1, ['overlap']]);
  expect(io.said()).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

      Not started: todo() is still in place.

    This is where it begins: replace todo() by your code in
        exercises/1.2-benefits/overlap/overlap.ts
    Then run its examples, and submit it:
        npm test overlap
        npm run grade overlap
    Stuck? npm run hint overlap (hint 1 of 3)
    "
  `);
  expect(existsSync(path.join(course.root, 'progress.json'))).toBe(false);
});

test('grade() takes the blame for its own faults', async () => {
  const course = miniCourse();
  const outcome = { kind: 'internal' as const, message: 'The child ended with code 134.' };
  const { io, code } = await gradeWith(course, ['overlap'], () => ({
    ...verdict('error'),
    outcome,
  }));
  expect(code).toBe(2);
  expect(io.said()).toContain('This is a fault of the grader and costs you nothing.');
  expect(io.said()).not.toContain('Stuck?');
  expect(loadProgress(course)).toEqual({});
});

test('grade() counts the hints that are left', async () => {
  const course = miniCourse();
  const outcome = { kind: 'syntax' as const, message: 'There is a bracket too many.', line: 3 };
  const give = () => ({ ...verdict('error'), outcome });
  const { io } = await gradeWith(course, ['overlap'], give);
  expect(io.said()).toContain('Put this right, then submit again:');
  expect(io.said()).toContain('Stuck? npm run hint overlap (hint 1 of 3)');
});

test('grade() gives the verdict even when the progress cannot be saved', async () => {
  const course = miniCourse();
  writeFileSync(path.join(course.root, '.course'), 'a file where a folder should be');
  const { io, code } = await gradeWith(course, ['overlap'], () => verdict('passed'));
  expect(code).toBe(0);
  expect(io.complained()).toContain('Your progress could not be saved');
});

test('grade() points to the page of the exercise where its section has no chapter yet', async () => {
  const course = miniCourse();
  begin(course, 'overlap');
  rmSync(path.join(course.root, 'chapters'), { recursive: true });
  const { io } = await gradeWith(course, ['overlap'], () => verdict('failed'));
  expect(io.said()).toContain('Read: exercises/1.2-benefits/overlap/README.md');
});
