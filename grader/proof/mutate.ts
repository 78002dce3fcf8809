/**
 * Mutation testing: changes each solution in every small way that StrykerJS knows and sees whether the hidden checks
 * notice. `npm run mutate [slug…]`. Stryker is fetched when it is needed, because no learner needs it.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { COURSE_ROOT, type Exercise, loadCatalogue } from '../course/catalogue.ts';

const STRYKER = '@stryker-mutator/core@10.1.1';
const SCRATCH = path.join(COURSE_ROOT, '.course/mutate');
const EQUIVALENT = path.join(import.meta.dirname, 'equivalent-mutants.json');

/** A mutant that no check can notice, because it behaves the same. */
interface Equivalent {
  exercise: string;
  /** The mutated text and what stands in its place, as Stryker writes them. */
  original: string;
  replacement: string;
  reason: string;
}

interface Mutant {
  status: string;
  mutatorName: string;
  replacement?: string;
  location: { start: { line: number; column: number }; end: { line: number; column: number } };
}

interface StrykerReport {
  files: Record<string, { source: string; mutants: Mutant[] }>;
}

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n');
  const [first = '', ...rest] = lines.slice(start.line - 1, end.line);
  if (rest.length === 0) return first.slice(start.column - 1, end.column - 1);
  const last = (rest.pop() ?? '').slice(0, end.column - 1);
  return [first.slice(start.column - 1), ...rest, last].join('\n');
}

function runStryker(exercise: Exercise): StrykerReport {
  const report = path.join(SCRATCH, `${exercise.id}.json`);
  const config = path.join(SCRATCH, `${exercise.id}.config.json`);
  const solution = `solutions/${exercise.folder.replaceAll(path.sep, '/')}/${exercise.id}.ts`;
  mkdirSync(SCRATCH, { recursive: true });
  const settings = {
    testRunner: 'command',
    commandRunner: { command: `node grader/proof/mutate-one.ts ${exercise.id}` },
    mutate: [solution],
    reporters: ['json'],
    jsonReporter: { fileName: report },
    concurrency: 2,
    tempDirName: path.join(SCRATCH, 'sandboxes'),
    ignorePatterns: ['.course', '.git', 'attempts', 'chapters'],
    checkers: [],
    // There is nothing to rewrite in it, and Stryker would want a TypeScript of its own.
    tsconfigFile: 'no-tsconfig.json',
    allowEmpty: true,
    disableTypeChecks: false,
  };
  writeFileSync(config, JSON.stringify(settings));
  const { status } = spawnSync('npx', ['--yes', '-p', STRYKER, 'stryker', 'run', config], {
    cwd: COURSE_ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`Stryker failed on "${exercise.id}" with exit code ${status}`);
  return JSON.parse(readFileSync(report, 'utf8')) as StrykerReport;
}

const wanted = process.argv.slice(2);
const equivalents = JSON.parse(readFileSync(EQUIVALENT, 'utf8')) as Equivalent[];
let unexplained = 0;
for (const exercise of loadCatalogue().exercises) {
  if (wanted.length > 0 && !wanted.includes(exercise.id)) continue;
  const { files } = runStryker(exercise);
  const mutants = Object.values(files).flatMap(({ source, mutants }) =>
    mutants.map((mutant) => ({ ...mutant, original: textAt(source, mutant.location) })),
  );
  const counted = mutants.filter(({ status }) => !['Ignored', 'CompileError'].includes(status));
  const survivors = counted.filter(
    ({ status }) => status === 'Survived' || status === 'NoCoverage',
  );
  const open = survivors.filter(
    ({ original, replacement }) =>
      !equivalents.some(
        (known) =>
          known.exercise === exercise.id &&
          known.original === original &&
          known.replacement === replacement,
      ),
  );
  unexplained += open.length;
  const killed = counted.length - survivors.length;
  const known = survivors.length - open.length;
  console.log(
    `${exercise.id.padEnd(24)} ${killed} of ${counted.length} killed, ${known} equivalent, ${open.length} open`,
  );
  for (const { location, mutatorName, original, replacement } of open) {
    console.log(
      `  line ${location.start.line}  ${mutatorName}\n    - ${original}\n    + ${replacement}`,
    );
  }
}
rmSync(SCRATCH, { recursive: true, force: true });
process.exitCode = unexplained === 0 ? 0 : 1;
