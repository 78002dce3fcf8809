import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

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
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [BOOTSTRAP, ...args], { encoding: 'utf8' });
  expect(run('frobnicate')).toMatchObject({ status: 2, stderr: '' });
  expect(run('hint', '--help').stdout).toContain('npm run hint <slug>');
  expect(run('hint', '--help').status).toBe(0);
});
