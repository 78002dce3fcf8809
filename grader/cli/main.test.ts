import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { miniCourse } from '../course/mini-course.ts';
import { fakeIo } from './fake-io.ts';
import { dispatch } from './main.ts';

const BOOTSTRAP = path.join(import.meta.dirname, 'main.mjs');

/** Starts the real bootstrap on a Node that says it is another version. */
function onNode(version: string, env: Record<string, string>) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`;
  const args = ['--import', preload, BOOTSTRAP, 'start'];
  return spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...env, PATH: '' } });
}

test('main.mjs says in one sentence what to do on an old Node', () => {
  const english = onNode('20.1.0', {});
  expect(english.status).toBe(2);
  expect(english.stderr).toBe(
    'This course brings its own Node 26 and you are running Node 20.1.0: run `npm ci` once, ' +
      'then use the npm scripts, for example `npm start`\n',
  );
  const chinese = onNode('9.0.0', { LANG: 'zh_CN.UTF-8' });
  expect(chinese.status).toBe(2);
  expect(chinese.stderr).toContain('请先运行一次 `npm ci`');
});

test('main.mjs ends the process with the exit code of the command', () => {
  const { status, stdout } = spawnSync(process.execPath, [BOOTSTRAP, 'frobnicate'], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stdout).toContain('frobnicate');
  expect(execFileSync(process.execPath, [BOOTSTRAP, 'hint', '--help'], { encoding: 'utf8' })).toContain(
    'npm run hint <slug>',
  );
});

test('dispatch() lists the commands when it does not know one', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['toString'], io)).toBe(2);
  expect(io.said()).toMatchInlineSnapshot();
  expect(await dispatch([], fakeIo('/nowhere'))).toBe(2);
});

test('dispatch() explains one command', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['grade', '--help'], io)).toBe(0);
  expect(io.said()).toMatchInlineSnapshot();
});

test('dispatch() says how to repair a course whose files are damaged', async () => {
  const io = fakeIo('/nowhere');
  expect(await dispatch(['start'], io)).toBe(2);
  expect(io.complained()).toContain('git checkout -- exercises/course.json');
});

test('dispatch() calls the unexpected a fault of its own, with a stack only for who asks', async () => {
  const breakIt = () => {
    throw new Error('out of paper');
  };
  const io = fakeIo(miniCourse().root, { out: breakIt });
  expect(await dispatch(['start'], io)).toBe(2);
  expect(io.complained()).toContain('Internal error: out of paper');
  expect(io.complained()).not.toContain('main.test.ts');
  const curious = fakeIo(io.root, { out: breakIt, env: { COURSE_DEBUG: '1' } });
  await dispatch(['start'], curious);
  expect(curious.complained()).toContain('main.test.ts');
});

test('dispatch() admits that it was stopped', async () => {
  const controller = new AbortController();
  const out = () => {
    controller.abort();
    throw controller.signal.reason;
  };
  const io = fakeIo(miniCourse().root, { out, signal: controller.signal });
  expect(await dispatch(['start'], io)).toBe(130);
  expect(io.complained()).toBe('Stopped. Nothing was recorded.\n');
});
