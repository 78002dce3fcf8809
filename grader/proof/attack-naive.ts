/**
 * The same attacks on a grader as one finds it: `vitest run` over a hidden test that imports the submission, with fake
 * timers. Prints what each attack got there, and how many points were forged, how many runs hung, how many leaked.
 * `node grader/proof/attack-naive.ts [words…]`; it runs hostile code without any wall, in a folder of its own.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { COURSE_ROOT } from '../course/catalogue.ts';
import { type Attack, isControl, loadCorpus } from './attack-corpus.ts';

const MAX_MS = 12_000;
const SECRET = `CANARY${randomBytes(8).toString('hex')}`;

/** What a careful teacher writes in an hour: the same demands as the course's own checks, with vitest's own means. */
const HIDDEN_TEST = `
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { downloadAll } from '../submission/overlap.ts';
const secret = '${SECRET}';
beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });
function serve(ms: Record<string, number>, failing: Record<string, Error> = {}) {
  const log: string[] = [];
  const download = (url: string) => new Promise<string>((resolve, reject) => {
    log.push('start ' + url);
    setTimeout(() => {
      log.push('end ' + url);
      if (failing[url]) reject(failing[url]); else resolve('text ' + ms[url] + ' of ' + url);
    }, ms[url]);
  });
  return { log, download, urls: Object.keys(ms), texts: Object.keys(ms).map((url) => 'text ' + ms[url] + ' of ' + url) };
}
const watch = (promise: Promise<unknown>) => {
  const seen: { value?: unknown; error?: unknown } = {};
  Promise.resolve(promise).then((value) => { seen.value = value; }, (error) => { seen.error = error; });
  return seen;
};
test('every download starts before the first one ends', async () => {
  const { log, download, urls } = serve({ '/a': 90, '/b': 60, '/c': 30 });
  watch(downloadAll(urls, download));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(log.slice(0, 3)).toEqual(['start /a', 'start /b', 'start /c']);
});
test('all is over when the slowest download is', async () => {
  const { download, urls, texts } = serve({ '/a': 30, '/b': 90, '/c': 60 });
  const seen = watch(downloadAll(urls, download));
  await vi.advanceTimersByTimeAsync(89);
  expect(seen.value).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.value).toEqual(texts);
});
test('a failing download makes the whole fail at that moment', async () => {
  const error = new Error('503');
  const { download, urls } = serve({ '/a': 90, '/b': 60 }, { '/b': error });
  const seen = watch(downloadAll(urls, download));
  await vi.advanceTimersByTimeAsync(60);
  expect(seen.error).toBe(error);
});
test('no urls: an empty list', async () => {
  const { download, log } = serve({});
  const seen = watch(downloadAll([], download));
  await vi.advanceTimersByTimeAsync(1);
  expect(seen.value).toEqual([]);
  expect(log).toEqual([]);
});
if (secret === '') throw new Error(secret);
`;
const POINTS = 4;

const FOLDER = '1.2-benefits/overlap';
const SOLUTION = path.join(COURSE_ROOT, 'solutions', FOLDER, 'overlap.ts');

interface Result {
  id: string;
  points: number;
  isHung: boolean;
  hasLeaked: boolean;
}

interface Report {
  numPassedTests: number;
  numTotalTests: number;
}

function readReport(file: string): Partial<Report> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return {};
  }
}

/** Whether the secret is in what the submission could write: its own folder, and the output of the run. */
function hasSecret(dir: string, output: string): boolean {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const texts = files
    .filter((entry) => entry.isFile() && !/hidden|node_modules/.test(entry.parentPath))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'));
  return [output, ...texts].some((text) => text.includes(SECRET));
}

async function runVitest(dir: string): Promise<{ isHung: boolean; output: string }> {
  const vitest = path.join(COURSE_ROOT, 'node_modules/vitest/vitest.mjs');
  const report = path.join(dir, 'report.json');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--reporter=json', `--outputFile=${report}`, '--root', dir],
    {
      cwd: dir,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, CI: '1' },
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-1_000_000);
    });
  }
  const kill = (): void => {
    try {
      // The whole group: a worker that loops outlives the main process.
      process.kill(-(child.pid as number), 'SIGKILL');
    } catch {
      // It has ended.
    }
  };
  let isHung = false;
  const limit = setTimeout(() => {
    isHung = true;
    kill();
  }, MAX_MS);
  await new Promise((done) => child.once('close', done));
  clearTimeout(limit);
  kill();
  return { isHung, output };
}

async function attackNaively(attack: Attack): Promise<Result> {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'naive-'));
  try {
    for (const name of ['hidden', 'submission', `solutions/${FOLDER}`]) {
      mkdirSync(path.join(dir, name), { recursive: true });
    }
    copyFileSync(SOLUTION, path.join(dir, 'solutions', FOLDER, 'overlap.ts'));
    writeFileSync(path.join(dir, 'hidden/overlap.test.ts'), HIDDEN_TEST);
    const imports = { '#course': './course.ts' };
    writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ type: 'module', imports }));
    writeFileSync(
      path.join(dir, 'course.ts'),
      "export const todo = (): never => { throw new Error('not started'); };",
    );
    // One by one, so that what vitest keeps in there stays in there.
    mkdirSync(path.join(dir, 'node_modules'));
    for (const name of readdirSync(path.join(COURSE_ROOT, 'node_modules'))) {
      const target = path.join(COURSE_ROOT, 'node_modules', name);
      if (!name.startsWith('.'))
        symlinkSync(target, path.join(dir, 'node_modules', name), 'junction');
    }
    const file = path.join(dir, 'submission/overlap.ts');
    attack.build({ dir: path.join(dir, 'submission'), file, course: dir, folder: FOLDER });
    if (!existsSync(file)) writeFileSync(file, '');
    const { isHung, output } = await runVitest(dir);
    const { numPassedTests = 0, numTotalTests = 0 } = readReport(path.join(dir, 'report.json'));
    const points = numTotalTests === 0 ? 0 : Math.min(numPassedTests, POINTS);
    return { id: attack.id, points, isHung, hasLeaked: hasSecret(dir, output) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const words = process.argv.slice(2);
const SENSIBLE = /^(ending|observation|reading|fresh|special-casing|syntax|exhaustion|controls)\//;
// These would take the terminal, or the machine, along.
const TOO_DANGEROUS = /kill-the-grader|fork-bomb/;
const corpus = loadCorpus()
  .filter(({ id, exercise }) => exercise === 'overlap' && SENSIBLE.test(id))
  .filter(({ id }) => !TOO_DANGEROUS.test(id))
  .filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));

const results: (Result & { attack: Attack })[] = [];
const waiting = [...corpus];
const work = async (): Promise<void> => {
  for (let attack = waiting.shift(); attack; attack = waiting.shift()) {
    const result = await attackNaively(attack);
    results.push({ ...result, attack });
    const { id, points, isHung, hasLeaked } = result;
    const marks = [isHung && 'hung', hasLeaked && 'leaked'].filter(Boolean).join(', ');
    console.log(`${id.padEnd(44)} ${points}/${POINTS} ${marks}`);
  }
};
await Promise.all([work(), work()]);

const attacks = results.filter(({ attack }) => !isControl(attack));
const controls = results.filter(({ attack }) => isControl(attack));
const count = (test: (result: Result) => boolean): number => attacks.filter(test).length;
console.log(`\nattacks ${attacks.length}`);
console.log(`full points ${count(({ points }) => points === POINTS)}`);
console.log(`some points ${count(({ points }) => points > 0 && points < POINTS)}`);
console.log(`hung ${count(({ isHung }) => isHung)}`);
console.log(`leaked ${count(({ hasLeaked }) => hasLeaked)}`);
console.log(
  `controls ${controls.length}, full points ${controls.filter(({ points }) => points === POINTS).length}`,
);
