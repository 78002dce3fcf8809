import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test as it } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { type FakeIo, fakeIo } from './fake-io.ts';
import type { Io } from './io.ts';
import type { RunTool } from './run-tool.ts';
import { test } from './test.ts';
import { ui } from './ui.ts';
import { watch } from './watch.ts';

const FOLDER = 'exercises/1.2-benefits/overlap/';

interface Call {
  io: FakeIo;
  code: number;
  /** What the tool was given, with paths below the course's folder shown relative to it. */
  ran: string[] | undefined;
}

async function call(
  command: typeof test,
  args: string[],
  changes: Partial<Io> = {},
  toolCode = 0,
): Promise<Call> {
  const { root } = miniCourse();
  mkdirSync(path.join(root, 'grader/lab'), { recursive: true });
  writeFileSync(path.join(root, 'grader/lab/clock.test.ts'), '');
  const io = fakeIo(root, changes);
  let ran: string[] | undefined;
  const run: RunTool = async (_io, tool, given) => {
    ran = [tool, ...given].map((word) => word.replace(`${root.replaceAll(path.sep, '/')}/`, ''));
    return toolCode;
  };
  return { io, code: await command(args, io, run), ran };
}

it('test() runs everything, and passes flags on', async () => {
  expect((await call(test, [])).ran).toEqual(['vitest/vitest.mjs', 'run']);
  const { ran } = await call(test, ['--reporter', 'dot', '-t', 'sleepy', '--bail=1']);
  expect(ran).toEqual([
    'vitest/vitest.mjs',
    'run',
    '--reporter',
    'dot',
    '-t',
    'sleepy',
    '--bail=1',
  ]);
});

it('test() runs the folder of an exercise, and nothing that is named like it', async () => {
  expect((await call(test, ['overlap'])).ran).toEqual(['vitest/vitest.mjs', 'run', FOLDER]);
  expect((await call(test, ['overlap', 'clock.test.ts:12'])).ran?.slice(2)).toEqual([
    FOLDER,
    'clock.test.ts:12',
  ]);
});

it('test() takes the path of any test file', async () => {
  expect((await call(test, ['lab/clock'])).ran).toEqual(['vitest/vitest.mjs', 'run', 'lab/clock']);
});

it('test() suggests the nearest exercise instead of finding no test files', async () => {
  const { io, code, ran } = await call(test, ['overlpa']);
  expect([code, ran]).toEqual([2, undefined]);
  expect(io.complained()).toContain('Did you mean "overlap"?');
});

it('test() exits with 1 for whatever vitest says but 0', async () => {
  for (const [toolCode, code] of [
    [0, 0],
    [1, 1],
    [2, 1],
    [130, 1],
  ] as const) {
    expect((await call(test, [], {}, toolCode)).code).toBe(code);
  }
});

it('watch() watches the examples of one exercise, or of all', async () => {
  const all = 'exercises/';
  expect((await call(watch, [])).ran).toEqual(['vitest/vitest.mjs', 'watch', all]);
  expect((await call(watch, ['overlap'])).ran).toEqual(['vitest/vitest.mjs', 'watch', FOLDER]);
  const named = await call(watch, ['-t', 'sleepy']);
  expect(named.ran).toEqual(['vitest/vitest.mjs', 'watch', '-t', 'sleepy', all]);
});

it('ui() opens a browser only for a person', async () => {
  expect((await call(ui, ['overlap'], { isTty: true })).ran?.slice(1)).toEqual([
    '--ui',
    '--open',
    FOLDER,
  ]);
  for (const changes of [{ isTty: false }, { isTty: true, env: { CI: 'true' } }]) {
    expect((await call(ui, [], changes)).ran).toContain('--open=false');
  }
});
