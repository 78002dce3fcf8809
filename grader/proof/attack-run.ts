/**
 * Runs attacks in one isolation, two at a time, and prints what came of each as a line of JSON. Started by `attack.ts`,
 * because the isolation is chosen once for a process.
 */
import { closeSync, mkdirSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import type { Verdict } from '../verdict.ts';
import { type Arena, openArena } from './attack-arena.ts';
import { type Attack, isAsExpected, isControl, loadCorpus } from './attack-corpus.ts';
import { RIGHT, write } from './attack-place.ts';

/** What came of one attack, or of everything together. */
export interface AttackResult {
  isolation: string;
  id: string;
  mechanism: string;
  expected: string;
  got: string;
  /** Real ms. */
  ms: number;
  /** What is wrong with it, in words; nothing is. */
  problems: string[];
}

const AT_ONCE = 2;
const MAX_MS = 60_000;

const describe = ({ status, score, maxScore, outcome, checks }: Verdict): string => {
  const kinds = new Set(checks.flatMap(({ kind }) => kind ?? []));
  const kind = outcome?.kind ?? (kinds.size === 1 ? [...kinds][0] : undefined);
  return `${status} ${score}/${maxScore}${kind ? ` ${kind.slice(0, 30)}` : ''}`;
};

/** The names of everything in a folder, and how its files begin. */
function contents(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return `${file} ${entry.isFile() ? readStart(file) : ''}`;
    })
    .join('\n');
}

function readStart(file: string): string {
  try {
    const handle = openSync(file, 'r');
    const start = Buffer.alloc(4_096);
    const length = readSync(handle, start);
    closeSync(handle);
    return start.toString('latin1', 0, length);
  } catch {
    return 'unreadable';
  }
}

async function judgeOne(arena: Arena, slug: string, dir: string): Promise<Verdict> {
  const exercise = arena.exercises.find(({ id }) => id === slug);
  if (!exercise) throw new Error(`the course has no exercise "${slug}"`);
  const { verdicts } = await arena.judge(dir, [exercise], { signal: AbortSignal.timeout(MAX_MS) });
  return verdicts[0] as Verdict;
}

function placeFor(arena: Arena, slug: string, dir: string) {
  const { folder = slug } = arena.exercises.find(({ id }) => id === slug) ?? {};
  mkdirSync(dir, { recursive: true });
  return { dir, folder, course: arena.course, file: path.join(dir, folder, `${slug}.ts`) };
}

/** The next submission after an attack is a right answer, and must get all its points. */
async function nextSubmission(arena: Arena, dir: string): Promise<string[]> {
  write(placeFor(arena, 'overlap', dir), RIGHT);
  const verdict = await judgeOne(arena, 'overlap', dir);
  return verdict.status === 'passed' ? [] : [`the next submission got ${describe(verdict)}`];
}

async function runAttack(arena: Arena, attack: Attack): Promise<Omit<AttackResult, 'isolation'>> {
  const { id, mechanism, expected, exercise } = attack;
  const dir = path.join(arena.submissions, id.replaceAll('/', '-'));
  const problems: string[] = [];
  let got = 'no verdict';
  let ms = 0;
  try {
    const after = attack.build(placeFor(arena, exercise, dir));
    // The swapped file is never twice the same.
    const isStill = typeof after !== 'function';
    const before = isStill ? contents(dir) : '';
    for (let i = 0; i < attack.times; i++) {
      const start = performance.now();
      const verdict = await judgeOne(arena, exercise, dir);
      ms = Math.max(ms, performance.now() - start);
      got = describe(verdict);
      if (!isAsExpected(attack.expectation, verdict)) problems.push('not as expected');
      if (arena.hasLeaked(JSON.stringify(verdict))) problems.push('it has seen a secret');
      if (problems.length > 0) break;
    }
    if (typeof after === 'function') after();
    if (isStill && contents(dir) !== before) problems.push('files have changed');
    if (!isControl(attack)) problems.push(...(await nextSubmission(arena, `${dir}-next`)));
  } catch (error) {
    problems.push(`the judge broke: ${(error as Error).message}`);
  }
  return { id, mechanism, expected, got, ms, problems };
}

/** Command lines of processes that have to do with the arena. */
function processesOf({ course }: Arena): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => readStart(`/proc/${pid}/cmdline`).replaceAll('\0', ' '))
    .filter((command) => command.includes(path.dirname(course)));
}

async function main(ids: readonly string[]): Promise<void> {
  const arena = await openArena();
  try {
    const corpus = loadCorpus().filter(({ id }) => ids.includes(id));
    const { isolation } = await arena.judge(arena.submissions, []);
    const report = (result: Omit<AttackResult, 'isolation'>): void =>
      console.log(JSON.stringify({ isolation, ...result }));
    // Builds the bundle of the checks, so that no attack's time has that in it.
    const problems = await nextSubmission(arena, path.join(arena.submissions, 'first'));
    const before = arena.fingerprint();

    const waiting = [...corpus];
    const work = async (): Promise<void> => {
      for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
        report(await runAttack(arena, attack));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));

    if (arena.fingerprint() !== before) problems.push('files of the course have changed');
    await new Promise((done) => setTimeout(done, 200));
    problems.push(...processesOf(arena).map((command) => `still runs: ${command.slice(0, 100)}`));
    if (arena.hasLeaked('')) problems.push('a guest has written a secret');
    const got = problems.length === 0 ? 'nothing is left behind' : 'something is left behind';
    report({
      id: 'afterwards',
      mechanism: 'none; what is left of all of them',
      expected: 'nothing is left behind',
      got,
      ms: 0,
      problems,
    });
  } finally {
    arena.close();
  }
}

if (import.meta.main) await main(process.argv.slice(2));
