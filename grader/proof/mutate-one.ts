/** Judges the solution of one exercise with the mutant that Stryker has switched on; exits with 1 when a check notices. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadCatalogue } from '../course/catalogue.ts';
import { loadChecks } from '../course/misconception.ts';
import { judgeCandidates } from './judge-candidate.ts';

const SEEDS = [1, 2, 3, 4];

const exercise = loadCatalogue().exercises.find(({ id }) => id === process.argv[2]);
if (!exercise) throw new Error(`Cannot find the exercise "${process.argv[2]}"`);
const active = process.env.__STRYKER_ACTIVE_MUTANT__;
const mutated = readFileSync(path.join(exercise.solutionDir, `${exercise.id}.ts`), 'utf8');
// A compartment has no environment to read the switch from, so it is set in the code.
const file = path.join(exercise.solutionDir, `.mutant-${active ?? 'none'}.ts`);
writeFileSync(
  file,
  `Object.assign(globalThis, { __stryker__: { activeMutant: ${JSON.stringify(active)} } });\n${mutated}`,
);

const { checks } = loadChecks(exercise);
const ids = checks.map(({ id }) => id);
try {
  const seeds = (await judgeCandidates(exercise, [file], ids, SEEDS)).get(file);
  const noticed = seeds?.some(({ results }) =>
    results.some(({ result }) => result.status !== 'passed'),
  );
  process.exitCode = noticed ? 1 : 0;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
