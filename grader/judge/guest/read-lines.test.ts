import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const PROGRAM = `
  import { readLines } from ${JSON.stringify(path.join(import.meta.dirname, 'read-lines.ts'))};
  console.log(JSON.stringify([...readLines()]));`;

/** What a program that reads its standard input line by line finds there. */
function linesOf(input: string): string[] {
  const args = ['--no-warnings', '--input-type=module', '--eval', PROGRAM];
  return JSON.parse(spawnSync(process.execPath, args, { input, encoding: 'utf8' }).stdout);
}

test('lines arrive whole, however long they are and wherever a chunk ends', () => {
  // Three bytes each, so that chunks of a power of two end inside a character.
  const long = '等'.repeat(100_000);
  const lines = ['{}', '', long, `x${long}`, 'end'];
  expect(linesOf(`${lines.join('\n')}\n`)).toEqual(lines);
});

test('what is cut off is no line', () => {
  expect(linesOf('first\nsec')).toEqual(['first']);
  expect(linesOf('')).toEqual([]);
});
