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
  expect(screens[0]).toMatchInlineSnapshot();
  expect(screens[1]).toContain('Hint 2 of 3');
  expect(screens[2]).toMatchInlineSnapshot();
  expect(screens[3]).toBe(screens[2]);
  expect(loadProgress(course)['overlap']).toMatchObject({ status: 'not-started', hintsSeen: 3 });
});

test('hint() --all shows three, in the language of the learner', async () => {
  const io = fakeIo(miniCourse().root, { language: 'zh' });
  await hint(['overlap', '--all'], io);
  expect(io.said()).toMatchInlineSnapshot();
});

test('hint() suggests the nearest exercise', async () => {
  const io = fakeIo(miniCourse().root);
  expect(await hint(['overlpa'], io)).toBe(2);
  expect(io.complained()).toBe(
    'Unknown exercise "overlpa". Did you mean "overlap"?\nnpm start lists every exercise.\n',
  );
});

test('hint() without an exercise shows what to type, with the next one as the example', async () => {
  const io = fakeIo(miniCourse().root);
  expect(await hint([], io)).toBe(2);
  expect(io.complained()).toMatchInlineSnapshot();
});

test('hint() takes one exercise, also by the path that the shell completes', async () => {
  const { root } = miniCourse();
  const io = fakeIo(root);
  expect(await hint(['exercises/1.2-benefits/overlap/'], io)).toBe(0);
  expect(await hint(['exercises\\1.2-benefits\\overlap\\overlap.ts'], io)).toBe(0);
  expect(await hint(['overlap', 'retry'], io)).toBe(2);
  expect(io.complained()).toContain('One exercise at a time');
});
