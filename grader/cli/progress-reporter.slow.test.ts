import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COURSE_ROOT } from '../course/catalogue.ts';
import { miniCourse } from '../course/mini-course.ts';

test('the reporter has the last word of a run, also of one that fails', () => {
  const { root } = miniCourse();
  const example = "test('x', () => { throw new Error('red'); });\n";
  writeFileSync(path.join(root, 'x.test.mjs'), example);
  const vitest = path.join(COURSE_ROOT, 'node_modules/vitest/vitest.mjs');
  const reporter = path.join(import.meta.dirname, 'progress-reporter.ts');
  const args = ['run', '--globals', '--root', root, '--reporter=default', `--reporter=${reporter}`];
  const { stdout } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: COURSE_ROOT,
    encoding: 'utf8',
    env: { ...process.env, COURSE_LANG: 'en', NO_COLOR: '1' },
  });
  expect(stdout).toContain('1 failed');
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ of \d+ done/);
});
