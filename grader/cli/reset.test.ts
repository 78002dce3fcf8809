import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import { fakeIo } from './fake-io.ts';
import { reset } from './reset.ts';

const now = () => new Date(2026, 0, 2, 3, 4, 5);

function course() {
  const { root, exercises, ...rest } = miniCourse();
  const [overlap] = exercises;
  if (overlap === undefined) throw new Error('The mini course has three exercises');
  const file = submissionFile(ownDir({ root, exercises, ...rest }), overlap);
  const attempts = path.join(root, 'attempts/overlap');
  return { root, file, attempts, stub: readFileSync(overlap.stubFile, 'utf8') };
}

test('reset() keeps the attempt and puts the stub back', async () => {
  const { root, file, attempts, stub } = course();
  writeFileSync(file, 'my work');
  const io = fakeIo(root);
  expect(await reset(['overlap'], io, now)).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(stub);
  expect(readFileSync(path.join(attempts, '20260102-030405.ts'), 'utf8')).toBe('my work');
  expect(io.said()).toMatchInlineSnapshot(`
    "Your attempt is kept: attempts/overlap/20260102-030405.ts
    The stub is back: exercises/1.2-benefits/overlap/overlap.ts
        npm test overlap
    "
  `);
});

test('reset() keeps every attempt, also three of the same second', async () => {
  const { root, file, attempts } = course();
  for (const work of ['one', 'two', 'three']) {
    writeFileSync(file, work);
    await reset(['overlap'], fakeIo(root), now);
  }
  const kept = readdirSync(attempts).map((name) => readFileSync(path.join(attempts, name), 'utf8'));
  expect(kept.sort()).toEqual(['one', 'three', 'two']);
});

test('reset() has nothing to do for a stub', async () => {
  const { root, attempts } = course();
  const io = fakeIo(root);
  expect(await reset(['overlap'], io, now)).toBe(0);
  expect(io.said()).toContain('Nothing to reset');
  expect(existsSync(attempts)).toBe(false);
});

test('reset() restores a file that is gone', async () => {
  const { root, file, attempts, stub } = course();
  rmSync(file);
  expect(await reset(['overlap'], fakeIo(root), now)).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe(stub);
  expect(existsSync(attempts)).toBe(false);
});

test('reset() speaks Chinese', async () => {
  const { root, file } = course();
  writeFileSync(file, 'my work');
  const io = fakeIo(root, { language: 'zh' });
  await reset(['overlap'], io, now);
  expect(io.said()).toContain('你的作答已保留');
});
