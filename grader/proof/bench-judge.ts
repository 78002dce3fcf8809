import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { COURSE_ROOT, type Exercise, loadCatalogue } from '../course/catalogue.ts';
import { atEnd } from '../judge/host/at-end.ts';
import { judge } from '../judge/judge.ts';
import { compare, ms, type Row, times } from './bench-measure.ts';

const run = promisify(execFile);
const LEFT_OUT = ['.git', '.course', 'node_modules'];

/** A copy of the course in which every exercise is solved; the returned function removes it. */
function solvedCourse(): { root: string; remove: () => void } {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  const remove = (): void => rmSync(root, { recursive: true, force: true });
  const forget = atEnd(remove);
  const filter = (file: string): boolean => !LEFT_OUT.includes(path.basename(file));
  cpSync(COURSE_ROOT, root, { recursive: true, filter });
  symlinkSync(path.join(COURSE_ROOT, 'node_modules'), path.join(root, 'node_modules'));
  for (const { id, folder, solutionDir } of loadCatalogue().exercises) {
    const file = `${id}.ts`;
    cpSync(path.join(solutionDir, file), path.join(root, 'exercises', folder, file));
  }
  return {
    root,
    remove: () => {
      forget();
      remove();
    },
  };
}

/** What npm runs for `npm run grade`, without `node`. */
function gradeScript(root: string): string[] {
  const text = readFileSync(path.join(root, 'package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { scripts: { grade: string } };
  return scripts.grade.split(' ').slice(1);
}

/** Runs a script as npm does, without npm's own half second. */
async function node(cwd: string, ...args: string[]): Promise<void> {
  const { COURSE_CANDIDATES: _, ...env } = process.env;
  try {
    await run(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    const said = (stdout + stderr).slice(-1_500);
    throw new Error(`Cannot measure "node ${args.join(' ')}": every check must pass\n${said}`);
  }
}

const VITEST = ['node_modules/vitest/vitest.mjs', 'run', '--config=grader/hidden/vitest.config.ts'];

async function besideVitest(
  root: string,
  what: string,
  exercises: readonly Exercise[],
  factor: number,
): Promise<{ row: Row; ours: number }> {
  const slugs = exercises.map(({ id }) => id);
  const files = exercises.map(({ id, folder }) => path.join(folder, `${id}.test.ts`));
  const grade = () => node(root, ...gradeScript(root), ...slugs, '--json');
  const vitest = () => node(root, ...VITEST, '--reporter=dot', ...files);
  // The guest is built, and what Node and vitest keep of earlier runs is there.
  await grade();
  await vitest();
  const [ours = 0, theirs = 0] = await compare(slugs.length === 1 ? 9 : 3, [grade, vitest]);
  const row = {
    what,
    ours: ms(ours),
    beside: `vitest run ${ms(theirs)}, ${times(theirs / ours)} slower`,
    bar: { text: `≥ ${factor}×`, holds: theirs / ours >= factor },
  };
  return { row, ours };
}

/** From the command to the verdict in a process of its own, beside vitest on the same checks and the same answers. */
export async function benchJudge(): Promise<Row[]> {
  const { root, remove } = solvedCourse();
  const { exercises } = loadCatalogue();
  const one = exercises.filter(({ id }) => id === 'overlap');
  try {
    const { row, ours } = await besideVitest(root, 'one exercise', one, 4);
    const all = await besideVitest(root, `all ${exercises.length} exercises`, exercises, 10);
    const bar = { text: '≤ 150 ms', holds: ours <= 150 };
    return [{ what: 'one exercise, from command to verdict', ours: ms(ours), bar }, row, all.row];
  } finally {
    remove();
  }
}

function usedHeapMb(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

const SUBMISSIONS = 100;

/** A class of a hundred, two submissions at a time. */
export async function benchClass(): Promise<Row[]> {
  const { root, exercises } = loadCatalogue();
  const dir = path.join(root, 'solutions');
  await judge(dir, exercises);
  const sizes: number[] = [];
  let left = SUBMISSIONS;
  const grader = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await judge(dir, exercises, { guests: 1 });
      if (left % 10 === 0) sizes.push(usedHeapMb());
    }
  };
  const start = performance.now();
  await Promise.all([grader(), grader()]);
  const seconds = (performance.now() - start) / 1_000;
  const [first = 0, last = 0] = [sizes[0], sizes.at(-1)];
  const perMinute = (60 * SUBMISSIONS) / seconds;
  return [
    {
      what: `${SUBMISSIONS} submissions of ${exercises.length} exercises`,
      ours: `${seconds.toFixed(1)} s`,
      beside: `${perMinute.toFixed(0)} submissions a minute`,
    },
    {
      what: 'memory of the grader after them',
      ours: `${last.toFixed(1)} MB`,
      beside: `after the first ten ${first.toFixed(1)} MB`,
      bar: { text: 'flat', holds: last < first * 1.2 + 1 },
    },
  ];
}
