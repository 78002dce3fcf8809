import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { type Progress, recordVerdict } from '../course/progress.ts';
import { saveProgress } from '../course/progress-file.ts';
import { fakeIo } from './fake-io.ts';
import { start } from './start.ts';

const now = new Date('2026-02-03T04:05:06Z');

function after(results: Record<string, 'passed' | 'failed'>): Progress {
  return Object.entries(results).reduce<Progress>(
    (progress, [id, status]) =>
      recordVerdict(progress, { id, status, score: 1, maxScore: 1, checks: [] }, now),
    {},
  );
}

test('start() shows a newcomer the map, the next exercise and four commands', async () => {
  const io = fakeIo(miniCourse().root);
  expect(await start([], io)).toBe(0);
  expect(io.said()).toMatchInlineSnapshot(`
    "Mini Course · 0 of 3 done

    1.1    What async is
      read chapters/1.1-what-is-async/README.md
    1.2    What async buys, and what it does not
      · overlap    10 min  Start everything, then wait
    2.2.2  async and await
      · retry      15 min  Once more, please
      · countdown  10 min  Three, two, one

    Next: overlap — Start everything, then wait (10 min)
      read   chapters/1.2-benefits/README.md
      read   exercises/1.2-benefits/overlap/README.md
      write  exercises/1.2-benefits/overlap/overlap.ts

      npm test overlap        run its examples
      npm run grade overlap   submit it: hidden checks, timelines, score
      npm run hint overlap    a nudge when you are stuck
      npm run watch overlap   run the examples whenever you save

    A failing check is part of the way: it says what your code did, and when.
    "
  `);
});

test('start() shows in Chinese what was passed and what was tried', async () => {
  const course = miniCourse();
  saveProgress(course, after({ overlap: 'passed', retry: 'failed' }));
  const io = fakeIo(course.root, { language: 'zh' });
  await start([], io);
  expect(io.said()).toMatchInlineSnapshot(`
    "Mini Course · 已完成 1 / 3

    1.1    什么是异步编程
      阅读 chapters/1.1-what-is-async/README.zh-CN.md
    1.2    异步编程的优势
      ✓ overlap     10 分钟  先全部启动，再等待
    2.2.2  async/await 语法实现协程
      ✗ retry       15 分钟  再试一次
      · countdown   10 分钟  三、二、一

    下一题：retry — 再试一次（15 分钟）
      阅读   exercises/2.2.2-async-await/retry/README.zh-CN.md
      编写   exercises/2.2.2-async-await/retry/retry.ts

      npm test retry        运行这一题的示例测试
      npm run grade retry   提交评分：隐藏检查、时间线、得分
      npm run hint retry    卡住时看一条提示
      npm run watch retry   每次保存后自动运行示例测试
    "
  `);
});

test('start() says so when everything is done', async () => {
  const course = miniCourse();
  saveProgress(course, after({ overlap: 'passed', retry: 'passed', countdown: 'passed' }));
  const io = fakeIo(course.root);
  await start([], io);
  expect(io.said()).toContain('3 of 3 done');
  expect(io.said()).toContain('You have passed all 3 exercises.');
  expect(io.said()).not.toContain('Next:');
});

test('start() goes on when the progress is damaged, and says where the old file is', async () => {
  const course = miniCourse();
  writeFileSync(path.join(course.root, 'progress.json'), 'oops');
  const io = fakeIo(course.root);
  expect(await start([], io)).toBe(0);
  expect(io.complained()).toContain('It is kept as progress.broken-1.json');
  expect(io.said()).toContain('0 of 3 done');
});

test.for(['en', 'zh'] as const)(
  'start() colours only a terminal, and not one that asks for plain text',
  async (language) => {
    const course = miniCourse();
    const fancy = fakeIo(course.root, { language, isTty: true });
    await start([], fancy);
    expect(fancy.said()).toContain('\x1b[1m');
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
      const dull = fakeIo(course.root, { language, isTty: true, env });
      await start([], dull);
      expect(dull.said()).not.toContain('\x1b');
    }
  },
);

test('start() draws with ASCII where a terminal knows nothing else', async () => {
  const io = fakeIo(miniCourse().root, { env: { LC_ALL: 'C' } });
  await start([], io);
  expect(io.said()).toMatch(/^[ -~\n]*$/);
});
