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
  expect(io.said()).toMatchInlineSnapshot();
});

test('start() shows in Chinese what was passed and what was tried', async () => {
  const course = miniCourse();
  saveProgress(course, after({ overlap: 'passed', retry: 'failed' }));
  const io = fakeIo(course.root, { language: 'zh' });
  await start([], io);
  expect(io.said()).toMatchInlineSnapshot();
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

test.for(['en', 'zh'] as const)('start() colours only a terminal, and never a line too long', async (language) => {
  const course = miniCourse();
  const fancy = fakeIo(course.root, { language, isTty: true });
  await start([], fancy);
  expect(fancy.said()).toContain('\x1b[1m');
  for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }]) {
    const dull = fakeIo(course.root, { language, isTty: true, env });
    await start([], dull);
    expect(dull.said()).not.toContain('\x1b');
  }
});

test('start() draws with ASCII where a terminal knows nothing else', async () => {
  const io = fakeIo(miniCourse().root, { env: { LC_ALL: 'C' } });
  await start([], io);
  expect(io.said()).toMatch(/^[ -~\n]*$/);
});
