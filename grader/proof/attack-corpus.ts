import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { OutcomeKind, Verdict } from '../verdict.ts';
import { BOMBS } from './attack-bombs.ts';
import { companionAttacks } from './attack-companions.ts';
import { INTAKE, ODD_FILES } from './attack-files.ts';
import type { Build, Built } from './attack-place.ts';

/** What must come of an attack: at most so many points, or exactly this outcome; of a control: every point. */
export type Expectation = { passed: true } | { score: number } | { kind: OutcomeKind };

/** One submission that wants something it must not get, or a control, which is merely odd. */
export interface Attack {
  /** `<group>/<name>`. */
  id: string;
  mechanism: string;
  expected: string;
  expectation: Expectation;
  /** The slug of the exercise that it is handed in for. */
  exercise: string;
  build: Build;
  /** How often it is judged, when it takes luck. */
  times: number;
}

export const ATTACKS = path.join(import.meta.dirname, 'attacks');

const KINDS: readonly string[] = [
  'blocked',
  'memory',
  'missing-file',
  'output',
  'rejected-file',
  'syntax',
  'time',
] satisfies OutcomeKind[];

/** Reads what stands after `expect:`. */
export function parseExpectation(text: string): Expectation {
  const [, score] = /^score (?:<= )?(\d+)$/.exec(text) ?? [];
  if (text === 'passed') return { passed: true };
  if (score !== undefined) return { score: Number(score) };
  if (KINDS.includes(text)) return { kind: text as OutcomeKind };
  throw new Error(
    `Cannot read "expect: ${text}": write passed, score 0, score <= N or ${KINDS.join(', ')}`,
  );
}

/** Whether a verdict is what was expected. An internal error is the grader's fault, whatever was expected. */
export function isAsExpected(expectation: Expectation, verdict: Verdict): boolean {
  const { status, score, maxScore, outcome, checks } = verdict;
  if (outcome?.kind === 'internal') return false;
  if ('passed' in expectation) return status === 'passed' && score === maxScore;
  if ('score' in expectation) return status !== 'passed' && score <= expectation.score;
  const kinds = [outcome?.kind, ...checks.map(({ kind }) => kind)];
  return score === 0 && kinds.includes(expectation.kind);
}

function readHeader(text: string, id: string): Omit<Attack, 'build' | 'id' | 'times'> {
  const field = (name: string): string | undefined =>
    new RegExp(`^// ${name}: (.+)$`, 'm').exec(text.split(/^(?!\/\/)/m)[0] ?? '')?.[1];
  const [mechanism, expected] = [field('attack'), field('expect')];
  if (!mechanism || !expected)
    throw new Error(`${id} must begin with "// attack:" and "// expect:"`);
  const exercise = field('exercise') ?? 'overlap';
  return { mechanism, expected, expectation: parseExpectation(expected), exercise };
}

function codeAttack(file: string): Attack {
  const id = path.relative(ATTACKS, file).replaceAll(path.sep, '/').replace(/\.ts$/, '');
  return {
    id,
    ...readHeader(readFileSync(file, 'utf8'), id),
    times: 1,
    build(place) {
      mkdirSync(path.dirname(place.file), { recursive: true });
      copyFileSync(file, place.file);
    },
  };
}

function builtAttacks(group: string, built: Record<string, Built>): Attack[] {
  return Object.entries(built).map(([name, [mechanism, expected, build, times = 1]]) => {
    const expectation = parseExpectation(expected);
    const exercise = 'overlap';
    return { id: `${group}/${name}`, mechanism, expected, expectation, exercise, build, times };
  });
}

/** All attacks and controls: the files below `attacks/`, and the submissions that are more than a file. */
export function loadCorpus(): Attack[] {
  const files = readdirSync(ATTACKS, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort();
  return [
    ...files.map((name) => codeAttack(path.join(ATTACKS, name))),
    ...builtAttacks('project-files', companionAttacks()),
    ...builtAttacks('intake', INTAKE),
    ...builtAttacks('compiler', BOMBS),
    ...builtAttacks('controls', ODD_FILES),
  ];
}

export const isControl = ({ id }: Attack): boolean => id.startsWith('controls/');
