import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Candidate, candidatesOf } from '../course/candidates.ts';
import { loadCatalogue } from '../course/catalogue.ts';
import { loadChecks } from '../course/misconception.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import {
  checksProblems,
  folderProblems,
  importProblems,
  metadataProblems,
  signatureProblems,
  translationProblems,
} from './exercise-problems.ts';
import { judgeCandidates, SIGNATURE_BUDGET, signatureOfSeed } from './judge-candidate.ts';
import { listChecks } from './list-checks.ts';
import { readPage } from './markdown.ts';
import { printedBy } from './run-fence.ts';

const catalogue = loadCatalogue();
const declared = await listChecks(catalogue.exercises);

/** A file as git has it, whatever the learner has made of it; `undefined` without git. */
function committedText(file: string): string | undefined {
  const name = path.relative(catalogue.root, file).replaceAll(path.sep, '/');
  const git = spawnSync('git', ['show', `:${name}`], { cwd: catalogue.root, encoding: 'utf8' });
  return git.status === 0 ? git.stdout : undefined;
}

const RIGHT_SEEDS = Array.from({ length: 50 }, (_, i) => 1_000 + i * 7_919);
const WRONG_SEEDS = [104_729, 314_187];

describe.concurrent.each(catalogue.exercises)('$id', (exercise) => {
  const { checks, misconceptions } = loadChecks(exercise);
  const ids = checks.map(({ id }) => id);
  const candidates = candidatesOf(exercise);
  const ofKind = (...kinds: string[]) => candidates.filter(({ kind }) => kinds.includes(kind));
  const right = ofKind('solution', 'alternative');
  const wrong = ofKind('misconception');
  const judgeAll = (files: Candidate[], seeds: number[], budget?: Budget) =>
    judgeCandidates(
      exercise,
      files.map(({ file }) => file),
      ids,
      seeds,
      budget,
    );
  let rightResults: ReturnType<typeof judgeAll> | undefined;
  let otherResults: ReturnType<typeof judgeAll> | undefined;
  const judgeOthers = () => {
    otherResults ??= judgeAll([...ofKind('stub'), ...wrong], WRONG_SEEDS, SIGNATURE_BUDGET);
    return otherResults;
  };

  test('has complete metadata', () => {
    expect(metadataProblems(exercise, catalogue)).toEqual([]);
  });

  test('has all its files and no others', () => {
    expect(folderProblems(exercise)).toEqual([]);
  });

  test('has enough checks, misconceptions that can be told apart, and alternatives', () => {
    expect(checksProblems(exercise, loadChecks(exercise))).toEqual([]);
  });

  test('lists its checks as they are (otherwise: npm run fix)', () => {
    expect(checks).toEqual(declared.get(exercise.id));
  });

  test('says the same in English and in Chinese', () => {
    expect(translationProblems(exercise.exerciseDir)).toEqual([]);
    expect(translationProblems(exercise.solutionDir)).toEqual([]);
  });

  test('imports nothing that a learner could not import', () => {
    const problems = [
      ...importProblems(exercise.stubFile, ['#course']),
      ...[...right, ...wrong].flatMap(({ file }) => importProblems(file, [])),
    ];
    expect(problems).toEqual([]);
  });

  test('its stub is what a fresh clone starts from', () => {
    const committed = committedText(path.join(exercise.exerciseDir, `${exercise.id}.ts`));
    if (committed !== undefined) expect(committed).toBe(readFileSync(exercise.stubFile, 'utf8'));
  });

  test('its stub is not started, in every check', async () => {
    const seeds = (await judgeOthers()).get(exercise.stubFile) ?? [];
    const statuses = seeds.map(({ results }) => results.map(({ result }) => result.status));
    expect(statuses).toEqual(WRONG_SEEDS.map(() => ids.map(() => 'not-started')));
  });

  test.each(right)(`$name passes every check for ${RIGHT_SEEDS.length} seeds`, async ({ file }) => {
    rightResults ??= judgeAll(right, RIGHT_SEEDS);
    const seeds = (await rightResults).get(file);
    expect(seeds).toHaveLength(RIGHT_SEEDS.length);
    const failures = seeds?.flatMap(({ seed, results }) =>
      results
        .filter(({ result }) => result.status !== 'passed')
        .map(({ check, result }) => ({ seed, check, message: result.message })),
    );
    expect(failures).toEqual([]);
  });

  test.each(wrong)('$name fails in its own way, whatever the seed', async ({ file }) => {
    const seeds = (await judgeOthers()).get(file) ?? [];
    const signatures = new Set(seeds.map((seed) => signatureOfSeed(checks, seed)));
    const listed = misconceptions.find(({ id }) => id === path.basename(file, '.ts'));
    expect(signatureProblems(file, listed?.signature, [...signatures])).toEqual([]);
    const internal = seeds.flatMap(({ results }) =>
      results.filter(({ result }) => result.status === 'internal'),
    );
    expect(internal).toEqual([]);
  });

  test('its pages show what their code really prints', async () => {
    for (const dir of [exercise.exerciseDir, exercise.solutionDir]) {
      for (const fence of readPage(path.join(dir, 'README.md')).fences) {
        if (!fence.run) continue;
        const solution = path.join(exercise.solutionDir, `${exercise.id}.ts`);
        expect(await printedBy(fence, [solution])).toBe(fence.output);
      }
    }
  });
});
