import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadCatalogue } from '../course/catalogue.ts';
import { translationProblems } from './exercise-problems.ts';
import { type Fence, readPage } from './markdown.ts';
import { findPython, printedBy } from './run-fence.ts';

const { root, sections } = loadCatalogue();
const chapters = sections
  .map(({ id, exercises }) => ({ id, exercises, dir: path.join(root, 'chapters', id) }))
  .filter(({ dir }) => existsSync(dir));

/** The languages of a chapter: a timeline or an order is worth nothing unless the code beside it has made it. */
const RUNS = ['ts', 'python'];
const isProven = ({ language, run, output }: Fence): boolean =>
  RUNS.includes(language) && run && output !== undefined;

describe.each(chapters)('chapter $id', ({ id, dir, exercises }) => {
  const page = path.join(dir, 'README.md');
  const { fences } = readPage(page);

  test('says the same in English and in Chinese', () => {
    expect(translationProblems(dir)).toEqual([]);
  });

  test.each(['README.md', 'README.zh-CN.md'])(
    'names every exercise of its section in %s',
    (name) => {
      const text = readFileSync(path.join(dir, name), 'utf8');
      expect(exercises.filter((slug) => !text.includes(`/${id}/${slug}/`))).toEqual([]);
    },
  );

  test('shows nothing that is not run and compared', () => {
    const idle = fences
      .filter((fence) => fence.language !== 'output' && !isProven(fence))
      .map(({ line }) => `line ${line} needs "ts run" or "python run", and an output fence`);
    const stray = fences
      .filter(({ language }, i) => language === 'output' && !fences[i - 1]?.run)
      .map(({ line }) => `line ${line} shows an output, but no code before it runs`);
    expect([...idle, ...stray]).toEqual([]);
  });

  test.for(fences.filter(isProven))(
    'line $line ($language) prints what the page says',
    async (fence, { skip }) => {
      if (fence.language === 'python' && !(await findPython())) skip('needs Python 3.11 or later');
      const place = `${path.relative(root, page)}:${fence.line} does not print what the page says`;
      expect(await printedBy(fence, []), place).toBe(fence.output);
    },
  );
});
