import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Catalogue,
  COURSE_ROOT,
  type Exercise,
  type ExerciseMetadata,
} from '../course/catalogue.ts';
import type { Checks } from '../course/misconception.ts';
import { type Page, readPage } from './markdown.ts';

const KINDS = ['predict', 'fix', 'implement', 'build', 'test'];
const MIN_MISCONCEPTIONS = 4;
const MIN_ALTERNATIVES = 2;
const MIN_CHECKS = 5;

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isWhole = (value: unknown, low: number, high: number): boolean =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high;

/** What is wrong with an `exercise.json`, each a sentence that says what to do. */
export function metadataProblems(exercise: Exercise, catalogue: Catalogue): string[] {
  const { id, section, kind, difficulty, minutes, concepts, requires, hints } =
    exercise as ExerciseMetadata;
  const slugs = catalogue.exercises.map((other) => other.id);
  const problems: [boolean, string][] = [
    [id === path.basename(exercise.exerciseDir), `"id" must be the folder's name, not "${id}"`],
    [slugs.filter((slug) => slug === id).length === 1, `the slug "${id}" is used twice`],
    [section === path.dirname(exercise.folder), `"section" must be the folder it lies in`],
    [isText(exercise.title) && isText(exercise.titleZh), 'give it a "title" and a "titleZh"'],
    [KINDS.includes(kind), `"kind" must be one of ${KINDS.join(', ')}`],
    [isWhole(difficulty, 1, 5), '"difficulty" must be 1 to 5'],
    [isWhole(minutes, 5, 240), '"minutes" must say how long it takes, 5 at least'],
    [concepts?.length > 0 && concepts.every(isText), 'list its "concepts"'],
    [requires?.every((slug) => slugs.includes(slug)), '"requires" names an unknown slug'],
    [
      hints?.length === 3 && hints.every(({ en, zh }) => isText(en) && isText(zh)),
      'write exactly three "hints", each in "en" and "zh"',
    ],
  ];
  return problems.filter(([holds]) => !holds).map(([, problem]) => problem);
}

const EXPECTED = {
  exercise: (id: string) => [
    'README.md',
    'README.zh-CN.md',
    `${id}.ts`,
    `${id}.test.ts`,
    'exercise.json',
  ],
  solution: (id: string) => ['README.md', 'README.zh-CN.md', `${id}.ts`],
  hidden: (id: string) => [
    'stub.ts',
    `${id}.test.ts`,
    'checks.json',
    'misconceptions',
    'alternatives',
  ],
};

function isTracked(file: string): boolean {
  const git = spawnSync('git', ['ls-files', '--error-unmatch', file], { cwd: COURSE_ROOT });
  return git.error !== undefined || git.status === 0;
}

/** Files that are missing from an exercise's three folders, and files that do not belong there. */
export function folderProblems({ id, exerciseDir, solutionDir, hiddenDir }: Exercise): string[] {
  const folders: [string, string[], string[]][] = [
    [exerciseDir, EXPECTED.exercise(id), ['demo.ts']],
    [solutionDir, EXPECTED.solution(id), []],
    [hiddenDir, EXPECTED.hidden(id), []],
  ];
  return folders.flatMap(([dir, required, optional]) => {
    const found = existsSync(dir) ? readdirSync(dir) : [];
    // What a learner keeps beside an exercise is theirs: only what git knows can be one file too many.
    const tracked = found.filter((name) => isTracked(path.join(dir, name)));
    const missing = required.filter((name) => !found.includes(name));
    const unexpected = tracked.filter((name) => ![...required, ...optional].includes(name));
    return [
      ...missing.map((name) => `add the missing "${path.join(dir, name)}"`),
      ...unexpected.map((name) => `remove the unexpected "${path.join(dir, name)}"`),
    ];
  });
}

/** Too little to prove anything, or lists that do not agree. */
export function checksProblems(exercise: Exercise, { checks, misconceptions }: Checks): string[] {
  const points = checks.reduce((sum, { weight }) => sum + weight, 0);
  const alternatives = readdirSync(path.join(exercise.hiddenDir, 'alternatives')).length;
  const signatures = new Map<string, string[]>();
  for (const { id, signature } of misconceptions) {
    signatures.set(signature, [...(signatures.get(signature) ?? []), id]);
  }
  const twins = [...signatures.values()].filter((ids) => ids.length > 1);
  const problems: [boolean, string][] = [
    [checks.length >= MIN_CHECKS, `write at least ${MIN_CHECKS} checks, not ${checks.length}`],
    [
      misconceptions.length >= MIN_MISCONCEPTIONS,
      `add misconceptions until there are ${MIN_MISCONCEPTIONS}, not ${misconceptions.length}`,
    ],
    [
      alternatives >= MIN_ALTERNATIVES,
      `add alternatives until there are ${MIN_ALTERNATIVES}, not ${alternatives}`,
    ],
    [points === exercise.points, `"points" must be ${points}, the sum of the checks' weights`],
    [!signatures.has(''), 'a misconception passes every check: strengthen them'],
    ...twins.map((ids): [boolean, string] => [
      false,
      `the checks cannot tell ${ids.join(' and ')} apart: strengthen them`,
    ]),
  ];
  return problems.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** What is wrong with the ways in which a misconception failed, one for each seed that differed. */
export function signatureProblems(
  file: string,
  listed: string | undefined,
  signatures: readonly string[],
): string[] {
  if (signatures.includes('')) return [`${file} passes every check: strengthen them`];
  if (signatures.length > 1) {
    return [`${file} fails in another way with another seed: ${signatures.join(' or ')}`];
  }
  const [signature] = signatures;
  if (signature === listed) return [];
  const known = listed === undefined ? 'does not list it' : `says ${listed}`;
  return [`${file} fails as ${signature}, and checks.json ${known}: if that is right, npm run fix`];
}

function fencesOf({ fences }: Page): string[] {
  return fences.map(({ language, run, code }) => `${language}${run ? ' run' : ''}\n${code}`);
}

/** Whether the Chinese page has the same headings and the very same code as the English one. */
export function translationProblems(dir: string): string[] {
  const english = readPage(path.join(dir, 'README.md'));
  const chinese = readPage(path.join(dir, 'README.zh-CN.md'));
  const problems: string[] = [];
  if (english.headings.join() !== chinese.headings.join()) {
    problems.push(`the headings of the two languages differ in ${dir}`);
  }
  const [a, b] = [fencesOf(english), fencesOf(chinese)];
  const different = a.findIndex((fence, i) => fence !== b[i]);
  if (different >= 0 || a.length !== b.length) {
    problems.push(
      `code block ${(different < 0 ? a.length : different) + 1} differs between the languages in ${dir}`,
    );
  }
  return problems;
}

const IMPORT =
  /^\s*(?:import|export)\s[^'"]*from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(/gm;

/** Imports that a file may not have. */
export function importProblems(file: string, allowed: readonly string[]): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(IMPORT)]
    .map(([text, from, bare]) => from ?? bare ?? text)
    .filter((from) => !allowed.includes(from))
    .map((from) => `${file} may import only ${allowed.join(', ') || 'nothing'}, not "${from}"`);
}
