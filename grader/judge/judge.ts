import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { COURSE_ROOT, type Exercise, type ExercisePlace, loadPlaces } from '../course/catalogue.ts';
import { loadChecks } from '../course/misconception.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import { parseToken, type ReplayToken } from '../lab/explore/token.ts';
import type { Isolation, Outcome, Verdict } from '../verdict.ts';
import { guestBundle } from './host/build-bundle.ts';
import type { Compiled } from './host/compile.ts';
import { areAmong } from './host/fingerprint.ts';
import { takeIn } from './host/intake.ts';
import { Ledger } from './host/ledger.ts';
import { internalOutcome } from './host/outcomes.ts';
import { isolation } from './host/sandbox.ts';
import { type RightAnswer, Session } from './host/session.ts';
import { takeSpare } from './host/spare.ts';
import { DEFAULT_LIMITS, type Limits } from './host/vital-signs.ts';

/** How to judge; everything is optional. */
export interface JudgeOptions {
  /** Repeats the random inputs and schedule of an earlier failure. */
  replay?: string;
  /** Called as soon as an exercise has its verdict, in order. */
  onVerdict?: (verdict: Verdict) => void;
  /** Stops the judge: kills the child and rejects with the signal's reason. */
  signal?: AbortSignal;
  limits?: Partial<Limits>;
  /** How many processes may work on it at once; 1 is best when several submissions are judged at once. */
  guests?: number;
  /** How long explorations may search. */
  budget?: Budget;
  /** Where the course lies; its `.course` folder keeps the guest. */
  root?: string;
}

export interface Judgement {
  isolation: Isolation;
  verdicts: Verdict[];
}

/** A compiler that breaks down is the grader's fault, and an outcome like any other. */
async function compileFile(source: string, file: string): Promise<Compiled | { outcome: Outcome }> {
  // Loaded while the guest boots.
  const { compileSafely } = await import('./host/compile-safely.ts');
  return compileSafely(source, file).catch((error: Error) => ({
    outcome: internalOutcome(error.message),
  }));
}

async function openLedger(dir: string, exercise: Exercise, token: ReplayToken): Promise<Ledger> {
  const { checks } = loadChecks(exercise);
  const taken = takeIn(dir, exercise);
  if ('outcome' in taken) return new Ledger(exercise, checks, taken);
  const file = `${exercise.id}.ts`;
  const compiled = await compileFile(taken.source, file);
  if ('outcome' in compiled) return new Ledger(exercise, checks, compiled);
  const ids = checks.map(({ id }) => id);
  const guest = { slug: exercise.id, file, ...compiled, source: taken.source, checks: ids, token };
  return new Ledger(exercise, checks, { guest });
}

/** The course's own answer; it is compiled like any other. */
async function rightAnswer({ id, solutionDir }: Exercise): Promise<RightAnswer | undefined> {
  const file = path.join(solutionDir, `${id}.ts`);
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  const compiled = await compileFile(source, `${id}.ts`);
  return 'code' in compiled ? { source, ...compiled } : undefined;
}

/** No submission sees what else this engine has drawn, so that it need not be harder to guess. */
const randomSeed = (): number => Math.floor(Math.random() * 2 ** 32);

const asError = (error: Error): Error => error;

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One guest serves the whole course, so that it is not built again for every choice of exercises. */
function wholeCourse(root: string, exercises: readonly Exercise[]): readonly ExercisePlace[] {
  const known = loadPlaces(root);
  return areAmong(known, exercises) ? known : exercises;
}

/**
 * Judges the files `<dir>/<section>/<slug>/<slug>.ts` of one submission against their hidden checks, all of them in one
 * locked-down child process that is replaced when it hangs or dies. Whatever is wrong with the submission is a verdict.
 *
 * @throws {RangeError} when `replay` is no token
 * @throws the signal's reason when it aborts
 */
export async function judge(
  dir: string,
  exercises: readonly Exercise[],
  options: JudgeOptions = {},
): Promise<Judgement> {
  const { replay, onVerdict, signal, budget, root = COURSE_ROOT } = options;
  const { guests = Math.min(4, availableParallelism()) } = options;
  signal?.throwIfAborted();
  const token = replay === undefined ? { seed: randomSeed() } : parseToken(replay);
  const verdicts: Verdict[] = [];
  const ledgers: Ledger[] = [];
  const closeFinished = (): void => {
    while (ledgers[verdicts.length]?.isClosed) {
      const verdict = (ledgers[verdicts.length] as Ledger).verdict();
      verdicts.push(verdict);
      onVerdict?.(verdict);
    }
  };
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  /** In a turn of the event loop each, so that the first is being judged while the others are compiled. */
  const openLedgers = (): Promise<Ledger>[] => {
    let turn = Promise.resolve();
    return exercises.map((exercise, i) => {
      const opening = turn.then(async () => {
        const ledger = await openLedger(dir, exercise, token);
        ledgers[i] = ledger;
        return ledger;
      });
      turn = turn.then(nextTurn);
      return opening;
    });
  };
  const bundle = await guestBundle(root, wholeCourse(root, exercises)).catch(asError);
  if (bundle instanceof Error) {
    for (const ledger of await Promise.all(openLedgers()))
      ledger.giveUp(internalOutcome(bundle.message));
  } else {
    const onProgress = closeFinished;
    const started = takeSpare(bundle);
    const settings = { bundle, limits, budget, signal, guests, onProgress, rightAnswer, started };
    const session = new Session(settings, exercises.length);
    try {
      const opening = openLedgers();
      await Promise.all([session.judge(opening), ...opening]);
    } finally {
      await session.close();
    }
  }
  signal?.throwIfAborted();
  closeFinished();
  return { isolation: isolation(), verdicts };
}
