import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { guestBundle } from '../judge/host/build-bundle.ts';
import { Child } from '../judge/host/child.ts';
import { isolation } from '../judge/host/sandbox.ts';
import { DEFAULT_LIMITS } from '../judge/host/vital-signs.ts';
import { judge } from '../judge/judge.ts';
import type { GuestExercise } from '../judge/protocol.ts';
import {
  childProcesses,
  probe,
  submit,
  submitFixture,
  temporaryCourse,
  temporaryFolder,
} from '../judge/test-submission.ts';
import type { Isolation } from '../verdict.ts';

// These tests are about real processes, so unlike all others they wait for real time.
const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await moment(5);
}

vi.setConfig({ testTimeout: 900_000 });

const hasProc = existsSync('/proc/self/task');
const ISOLATIONS = [...new Set<Isolation>(['process', isolation()])];

/** A course of which the guest has been built. */
const course = temporaryCourse(temporaryFolder(afterAll));
beforeAll(() => guestBundle(course, [probe]));

afterEach(() => expect(childProcesses()).toEqual([]));

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function descendants(pid: string): string[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Kills some process of a guest at a random moment, as a system short of memory does, until `isOver`. */
async function killOne(isOver: () => boolean): Promise<void> {
  await until(() => isOver() || childProcesses().length > 0);
  await moment(Math.random() * 150);
  const all = childProcesses().flatMap((pid) => [pid, ...descendants(pid)]);
  const victim = all[Math.floor(Math.random() * all.length)];
  try {
    if (victim) process.kill(Number(victim), 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

test.runIf(hasProc)('a guest that is killed from outside changes no verdict', async () => {
  const mixed = `
    export const answer = () => 42;
    export const work = async (step) => (await step()) * 3;
    export const rest = (step) => step();`;
  // The guest is built by a process of its own, which is none of a guest's.
  await judge(submitFixture('passed/ordinary.ts'), [probe, probe, probe]);
  for (let round = 0; round < 4; round++) {
    const dir = round % 2 ? submit(mixed) : submitFixture('passed/ordinary.ts');
    const score = round % 2 ? 2 : 4;
    let isOver = false;
    const judging = judge(dir, [probe, probe, probe]).finally(() => {
      isOver = true;
    });
    for (let kill = 0; kill < 2; kill++) await killOne(() => isOver);
    const { verdicts } = await judging;
    for (const verdict of verdicts) expect(verdict).toMatchObject({ score, maxScore: 4 });
  }
});

const DEAD = /^State:\s*[ZX]/m;

const isAlive = (pid: string): boolean => {
  const status = read(`/proc/${pid}/status`);
  return status !== '' && !DEAD.test(status);
};

test.runIf(hasProc)('a guest that is stopped while it starts leaves no process', async () => {
  const bundle = await guestBundle(course, [probe]);
  for (let ms = 0; ms < 15; ms += 0.5) {
    const child = new Child({ bundle, watch: false, limits: DEFAULT_LIMITS });
    await moment(ms);
    for (const pid of childProcesses()) if (ms % 1 === 0) process.kill(Number(pid), 'SIGKILL');
    await child.discard();
  }
  const left = readdirSync('/proc')
    .filter((pid) => /^\d+$/.test(pid) && read(`/proc/${pid}/cmdline`).includes(bundle.snapshot))
    .filter(isAlive);
  await until(() => !left.some(isAlive));
});

test('a guest that waits for its work is not called silent', async () => {
  const bundle = await guestBundle(course, [probe]);
  const limits = { ...DEFAULT_LIMITS, silentMs: 400 };
  const child = new Child({ bundle, watch: false, limits });
  const late = async function* () {
    await moment(3 * limits.silentMs);
    yield* [] as GuestExercise[];
  };
  expect(await child.run({ exercises: late(), onResult: () => {} })).toMatchObject({ end: 'done' });
});

/** A program that judges like `npm run grade` does, and prints the score of each exercise as soon as it is known. */
const GRADER = `
import { judge } from ${JSON.stringify(path.resolve(import.meta.dirname, '../judge/judge.ts'))};
const { root, dir, exercises } = JSON.parse(process.argv[2]);
await judge(dir, exercises, { root, onVerdict: ({ score }) => console.log(score) });
`;

interface Grader {
  process: ChildProcess;
  text: () => string;
}

function startGrader(root: string, dir: string, kind: Isolation): Grader {
  const program = path.join(temporaryFolder(), 'grader.ts');
  writeFileSync(program, GRADER);
  const env = { ...process.env, COURSE_ISOLATION: kind };
  const args = ['--no-warnings', program, JSON.stringify({ root, dir, exercises: [probe] })];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  return { process: child, text: () => text };
}

/** What a grader has left in the course's own folder, besides the guest. */
function filesLeftIn(root: string): string[] {
  const dir = path.join(root, '.course');
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((name) => !/^guest-[0-9a-f]{16}$/.test(name));
}

test('two graders at once, which also build the guest at once, do not disturb each other', async () => {
  const root = temporaryCourse();
  const passing = submitFixture('passed/ordinary.ts');
  const hanging = submitFixture('blocked/loop-that-computes.ts');
  const graders = [passing, hanging].map((dir) => startGrader(root, dir, isolation()));
  await Promise.all(graders.map((grader) => once(grader.process, 'close')));
  expect(graders.map(({ text }) => text())).toEqual(['4\n', '2\n']);
  expect(readdirSync(path.join(root, '.course'))).toHaveLength(1);
  expect(filesLeftIn(root)).toEqual([]);
});

const HANGS_AT_ONCE = 'for (;;);';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const;
const endings = ISOLATIONS.flatMap((kind) => SIGNALS.map((signal) => [signal, kind] as const));

// Nobody can clean up after SIGKILL, but bubblewrap makes the system do it.
test
  .runIf(hasProc)
  .each(endings.filter(([signal, kind]) => signal !== 'SIGKILL' || kind === 'bubblewrap'))(
  '%s in the middle of a hang leaves no process and no file (%s)',
  async (signal, kind) => {
    const grader = startGrader(course, submit(HANGS_AT_ONCE), kind);
    const pid = String(grader.process.pid);
    const isGuest = (one: string): boolean => {
      const command = read(`/proc/${one}/cmdline`);
      return command.includes('guest.blob') && !command.includes('--build-snapshot');
    };
    await until(() => descendants(pid).some(isGuest));
    await moment(Math.random() * 300);
    const family = [pid, ...descendants(pid)];
    grader.process.kill(signal);
    const [, endedBy] = await once(grader.process, 'close');
    expect(endedBy).toBe(signal);
    await until(() => !family.some(isAlive));
    expect(filesLeftIn(course)).toEqual([]);
  },
);

test('SIGINT while the guest is being built leaves no file', async () => {
  const root = temporaryCourse();
  const grader = startGrader(root, submit(HANGS_AT_ONCE), isolation());
  await until(() => filesLeftIn(root).length > 0 || readdirSync(root).includes('.course'));
  grader.process.kill('SIGINT');
  await once(grader.process, 'close');
  expect(filesLeftIn(root)).toEqual([]);
});
