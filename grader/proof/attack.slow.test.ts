import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isControl, loadCorpus } from './attack-corpus.ts';

test('the corpus has a hundred attacks and fifteen controls, each with its mechanism and what is expected', () => {
  const corpus = loadCorpus();
  const controls = corpus.filter(isControl);
  expect(corpus.length - controls.length).toBeGreaterThanOrEqual(100);
  expect(controls.length).toBeGreaterThanOrEqual(15);
  expect(controls.filter(({ expected }) => expected !== 'passed')).toEqual([]);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
});

test('a few attacks of every group get what was expected, and the controls pass', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--no-warnings',
      path.join(import.meta.dirname, 'attack.ts'),
      '--quick',
      '--isolation',
      'process',
    ],
    { encoding: 'utf8' },
  );
  expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('NOT OK'))).toEqual([]);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^[1-9]\d+ passed, 0 failed$/);
}, 900_000);
