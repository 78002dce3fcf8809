import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { COURSE_ROOT, type Exercise, loadCatalogue } from '../course/catalogue.ts';
import { FAST, runVitest, type VitestResult } from './run-vitest.ts';

const { exercises } = loadCatalogue();
mkdirSync(path.join(COURSE_ROOT, '.course'), { recursive: true });
const scratch = mkdtempSync(path.join(COURSE_ROOT, '.course/examples-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Lays an exercise's examples beside one of the course's own files. */
function layOut(exercise: Exercise, variant: string, file: string): void {
  const dir = path.join(scratch, variant, exercise.id);
  mkdirSync(dir, { recursive: true });
  copyFileSync(file, path.join(dir, `${exercise.id}.ts`));
  const examples = `${exercise.id}.test.ts`;
  copyFileSync(path.join(exercise.exerciseDir, examples), path.join(dir, examples));
}

for (const exercise of exercises) {
  layOut(exercise, 'stub', exercise.stubFile);
  layOut(exercise, 'solution', path.join(exercise.solutionDir, `${exercise.id}.ts`));
}
const results = await runVitest(['--config', 'grader/proof/examples.config.ts', ...FAST, scratch]);

const resultsOf = (variant: string, id: string): VitestResult[] =>
  results.filter(({ file }) => file.includes(`${path.sep}${variant}${path.sep}${id}${path.sep}`));

describe.each(exercises)('the examples of $id', ({ id }) => {
  test('are there, and pass on the solution', () => {
    const found = resultsOf('solution', id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ status }) => status !== 'passed')).toEqual([]);
  });

  test('are skipped as not started on the stub', () => {
    const found = resultsOf('stub', id);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ status }) => status !== 'skipped')).toEqual([]);
  });
});
