import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../course/catalogue.ts';
import { translationProblems } from './exercise-problems.ts';
import { readPage } from './markdown.ts';
import { printedBy } from './run-fence.ts';

const { root, sections } = loadCatalogue();
const chapters = sections
  .map(({ id }) => ({ id, dir: path.join(root, 'chapters', id) }))
  .filter(({ dir }) => existsSync(dir));

describe.each(chapters)('chapter $id', ({ dir }) => {
  const { fences } = readPage(path.join(dir, 'README.md'));
  const blocks = fences
    .map((fence, i) => ({ ...fence, number: i + 1 }))
    .filter(({ language }) => language === 'ts' || language === 'python');

  test('says the same in English and in Chinese', () => {
    expect(translationProblems(dir)).toEqual([]);
  });

  test('runs every code block that it shows', () => {
    const idle = blocks.filter(({ run, output }) => !run || output === undefined);
    expect(idle.map(({ number }) => `block ${number} needs "run" and an output fence`)).toEqual([]);
  });

  test.each(blocks)('block $number ($language) prints what the page says', async (block) => {
    expect(await printedBy(block, [])).toBe(block.output);
  });
});
