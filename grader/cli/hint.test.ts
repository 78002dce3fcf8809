import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { loadProgress } from '../course/progress-file.ts';
import { fakeIo } from './fake-io.ts';
import { hint } from './hint.ts';

test('hint() gives one after the other, then says that there is a solution', async () => {
  const course = miniCourse();
  const screens: string[] = [];
  for (let time = 0; time < 4; time++) {
    const io = fakeIo(course.root);
    expect(await hint(['overlap'], io)).toBe(0);
    screens.push(io.said());
  }
  expect(screens[0]).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

    Hint 1 of 3
      When does each call start: before or after the one before it has ended?

    Try again with this. Still stuck?
        npm run hint overlap
    "
  `);
  expect(screens[1]).toContain('Hint 2 of 3');
  expect(screens[2]).toMatchInlineSnapshot(`
    "overlap — Start everything, then wait

    Hint 3 of 3
      Map the calls to promises first, then give them all to \`Promise.all\`.

    That was the last hint. When you would rather read the solution:
        npm run solution overlap -- --give-up
    "
  `);
  expect(screens[3]).toBe(screens[2]);
  expect(loadProgress(course).overlap).toMatchObject({ status: 'not-started', hintsSeen: 3 });
});

test('hint() --all shows three, in the language of the learner', async () => {
  const io = fakeIo(miniCourse().root, { language: 'zh' });
  await hint(['overlap', '--all'], io);
  expect(io.said()).toMatchInlineSnapshot(`
    "overlap — 先全部启动，再等待

    提示 1 / 3
      每次调用是在前一次结束之前还是之后开始的？

    提示 2 / 3
      调用函数就已启动；await 只是等待。

    提示 3 / 3
      先用 map 把调用变成一组 promise，再全部交给 \`Promise.all\`。

    这是最后一条提示。如果想直接看参考答案：
        npm run solution overlap -- --give-up
    "
  `);
});

test('hint() suggests the nearest exercise', async () => {
  const io = fakeIo(miniCourse().root);
  expect(await hint(['overlpa'], io)).toBe(2);
  expect(io.complained()).toBe(
    'Unknown exercise "overlpa". Did you mean "overlap"?\nnpm start lists every exercise.\n',
  );
});

test('hint() without an exercise shows what to type, for example for the next one', async () => {
  const io = fakeIo(miniCourse().root);
  expect(await hint([], io)).toBe(2);
  expect(io.complained()).toMatchInlineSnapshot(`
    "Which exercise?
    Usage: npm run hint <slug> -- [--all]
    For example: npm run hint overlap
    "
  `);
});

test('hint() takes one exercise, also by the path that the shell completes', async () => {
  const { root } = miniCourse();
  const io = fakeIo(root);
  expect(await hint(['exercises/1.2-benefits/overlap/'], io)).toBe(0);
  expect(await hint(['exercises\\1.2-benefits\\overlap\\overlap.ts'], io)).toBe(0);
  expect(await hint(['Overlap'], io)).toBe(0);
  expect(await hint(['overlap', 'retry'], io)).toBe(2);
  expect(io.complained()).toContain('One exercise at a time');
});
