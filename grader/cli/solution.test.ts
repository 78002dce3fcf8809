import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { recordVerdict } from '../course/progress.ts';
import { loadProgress, saveProgress } from '../course/progress-file.ts';
import { fakeIo } from './fake-io.ts';
import { solution } from './solution.ts';

test('solution() stays shut before a pass, and says what else helps', async () => {
  const course = miniCourse();
  const io = fakeIo(course.root);
  expect(await solution(['overlap'], io)).toBe(1);
  expect(io.said()).toMatchInlineSnapshot(`
    "The solution of overlap opens when you pass it. Until then, hints help more:
        npm run hint overlap
    Or read it now; you can still pass afterwards:
        npm run solution overlap -- --give-up
    "
  `);
  expect(loadProgress(course)).toEqual({});
});

test('solution() opens for who gives up, and stays open', async () => {
  const course = miniCourse();
  expect(await solution(['overlap', '--give-up'], fakeIo(course.root))).toBe(0);
  expect(loadProgress(course).overlap).toMatchObject({ gaveUp: true, status: 'not-started' });
  const io = fakeIo(course.root);
  expect(await solution(['overlap'], io)).toBe(0);
  expect(io.said()).toMatchInlineSnapshot(`
    "solutions/1.2-benefits/overlap/overlap.ts

    /** Downloads every address at the same time; the results keep the order of the addresses. */
    export function overlap(
      download: (address: string) => Promise<string>,
      addresses: readonly string[],
    ): Promise<string[]> {
      return Promise.all(addresses.map(download));
    }

    solutions/1.2-benefits/overlap/README.md

    # Why

    \`map\` starts every download; \`Promise.all\` waits for all of them.

    Yours may look different and be just as right: the checks decide.
    "
  `);
});

test('solution() opens after a pass, with a commentary in Chinese', async () => {
  const course = miniCourse();
  const verdict = { id: 'overlap', status: 'passed' as const, score: 3, maxScore: 3, checks: [] };
  saveProgress(course, recordVerdict({}, verdict, new Date(0)));
  const io = fakeIo(course.root, { language: 'zh' });
  expect(await solution(['overlap'], io)).toBe(0);
  expect(io.said()).toContain('solutions/1.2-benefits/overlap/README.zh-CN.md');
  expect(io.said()).toContain('启动所有下载');
});

test('solution() names the file that is missing', async () => {
  const course = miniCourse();
  for (const { solutionDir } of course.exercises) rmSync(solutionDir, { recursive: true });
  const io = fakeIo(course.root);
  expect(await solution(['overlap', '--give-up'], io)).toBe(2);
  expect(io.complained()).toContain('solutions/1.2-benefits/overlap/overlap.ts');
});
