import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Catalogue } from '../course/catalogue.ts';
import { miniCourse } from '../course/mini-course.ts';
import { loadProgress } from '../course/progress-file.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import type { CheckVerdict, Verdict } from '../verdict.ts';
import { type FakeIo, fakeIo } from './fake-io.ts';
import { type GradeTools, grade } from './grade.ts';
import type { Io } from './io.ts';

const checks: CheckVerdict[] = [
  {
    id: 'starts-all',
    title: 'every download starts before the first one ends',
    status: 'failed',
    weight: 2,
    kind: 'toOverlap',
    message: 'GET /b started at 100 ms, when GET /a had already ended.',
    replay: 's1.k9f2',
  },
  { id: 'keeps-order', title: 'the results keep their order', status: 'passed', weight: 1 },
];

function verdict(status: Verdict['status'], id = 'overlap'): Verdict {
  const all = { id, status, maxScore: 3 };
  if (status === 'failed') return { ...all, score: 1, checks };
  if (status === 'passed') {
    return {
      ...all,
      score: 3,
      checks: checks.map(({ id, title, weight }) => ({ id, title, weight, status })),
    };
  }
  const notRun = checks.map(({ id, title, weight }) => ({
    id,
    title,
    weight,
    status: 'not-run' as const,
  }));
  return { ...all, score: 0, checks: notRun };
}

interface Call {
  io: FakeIo;
  code: number;
  asked: { dir: string; slugs: string[]; replay: string | undefined }[];
}

/** Grades with a judge that gives every exercise the verdict that the test wants. */
async function call(
  { root }: Catalogue,
  args: string[],
  give: (slug: string) => Verdict,
  changes: Partial<Io> & { typeErrors?: Awaited<ReturnType<GradeTools['findTypeErrors']>> } = {},
): Promise<Call> {
  const io = fakeIo(root, changes);
  const asked: Call['asked'] = [];
  const tools: GradeTools = {
    async judge(dir, exercises, options) {
      const slugs = exercises.map(({ id }) => id);
      asked.push({ dir, slugs, replay: options?.replay });
      const verdicts = slugs.map(give);
      for (const one of verdicts) options?.onVerdict?.(one);
      return { isolation: 'process', verdicts };
    },
    findTypeErrors: async () => changes.typeErrors ?? [],
    now: () => new Date('2026-02-03T04:05:06Z'),
  };
  return { io, code: await grade(args, io, tools), asked };
}

function begin(course: Catalogue, slug: string): string {
  const exercise = course.exercises.find(({ id }) => id === slug);
  if (exercise === undefined) throw new Error(`The mini course has no "${slug}"`);
  const file = submissionFile(ownDir(course), exercise);
  appendFileSync(file, '// my work\n');
  return file;
}

test('grade() shows a failure, the belief behind it and what to do next', async () => {
  const course = miniCourse();
  const file = begin(course, 'overlap');
  const typeErrors = [{ file, line: 8, text: 'Type \x1b[2J is not assignable.' }];
  const { io, code } = await call(course, ['overlap'], () => verdict('failed'), { typeErrors });
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
  const { io, code } = await call(course, ['overlap'], () => verdict('passed'));
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
  const { io } = await call(course, ['overlap', '--lang', 'zh'], () => verdict('failed'));
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

test('grade() without a slug takes what is started', async () => {
  const course = miniCourse();
  begin(course, 'retry');
  begin(course, 'overlap');
  const give = (slug: string) => verdict(slug === 'retry' ? 'failed' : 'passed', slug);
  const { io, code, asked } = await call(course, [], give);
  expect(code).toBe(1);
  expect(asked[0]?.slugs).toEqual(['overlap', 'retry']);
  expect(io.said()).toContain('✓ overlap — Start everything, then wait · 3 of 3 points');
  expect(io.said()).toContain('Total: 4 of 6 points · 1 passed · 1 failed');
  expect(io.said()).toContain('    npm run grade retry\n');
});

test('grade() without anything started grades the next exercise and encourages', async () => {
  const course = miniCourse();
  const { io, code, asked } = await call(course, [], (slug) => verdict('not-started', slug));
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

test('grade() --json prints the report and nothing else, also with nothing started', async () => {
  const course = miniCourse();
  const { io, code } = await call(course, ['--json'], (slug) => verdict('not-started', slug), {
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
  const { io } = await call(course, ['overlap', 'retry', 'overlap', '--json'], give);
  const report = JSON.parse(io.said());
  expect(report).toMatchObject({ score: 4, maxScore: 6 });
  expect(report.exercises).toHaveLength(2);
  expect(report.exercises[0].misconception.id).toBe('await-in-loop');
});

test('grade() --dir grades another folder, and leaves the learner alone', async () => {
  const course = miniCourse();
  const dir = path.join(course.root, 'class/ada');
  mkdirSync(path.join(dir, '1.2-benefits/overlap'), { recursive: true });
  writeFileSync(path.join(dir, '1.2-benefits/overlap/overlap.ts'), 'export {};\n');
  const changes = { cwd: path.join(course.root, 'class') };
  const { io, code, asked } = await call(
    course,
    ['--dir', 'ada'],
    () => verdict('failed'),
    changes,
  );
  expect([code, asked[0]?.dir, asked[0]?.slugs]).toEqual([1, dir, ['overlap']]);
  expect(io.said()).toContain('npm run grade overlap -- --dir ada --replay s1.k9f2');
  expect(io.said()).not.toContain('Stuck?');
  expect(loadProgress(course)).toEqual({});
});

test('grade() --replay repeats one failure, and is no attempt', async () => {
  const course = miniCourse();
  const args = ['overlap', '--replay', 's1.k9f2'];
  const { io, asked } = await call(course, args, () => verdict('passed'));
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
  const { io, code, asked } = await call(miniCourse(), [...args], () => verdict('passed'));
  expect([code, asked]).toEqual([2, []]);
  expect(io.complained()).toContain(sentence);
});

test('grade() takes the blame for its own faults', async () => {
  const course = miniCourse();
  const outcome = { kind: 'internal' as const, message: 'The child ended with code 134.' };
  const { io, code } = await call(course, ['overlap'], () => ({ ...verdict('error'), outcome }));
  expect(code).toBe(2);
  expect(io.said()).toContain('This is a fault of the grader and costs you nothing.');
  expect(io.said()).not.toContain('Stuck?');
  expect(loadProgress(course)).toEqual({});
});

test('grade() counts the hints that are left', async () => {
  const course = miniCourse();
  const outcome = { kind: 'syntax' as const, message: 'There is a bracket too many.', line: 3 };
  const give = () => ({ ...verdict('error'), outcome });
  const { io } = await call(course, ['overlap'], give);
  expect(io.said()).toContain('Put this right, then submit again:');
  expect(io.said()).toContain('Stuck? npm run hint overlap (hint 1 of 3)');
});

test('grade() gives the verdict even when the progress cannot be saved', async () => {
  const course = miniCourse();
  writeFileSync(path.join(course.root, '.course'), 'a file where a folder should be');
  const { io, code } = await call(course, ['overlap'], () => verdict('passed'));
  expect(code).toBe(0);
  expect(io.complained()).toContain('Your progress could not be saved');
});
