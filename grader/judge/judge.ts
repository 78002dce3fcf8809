import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { COURSE_ROOT, type Exercise, type ExercisePlace, loadPlaces } from '../course/catalogue.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import { parseToken } from '../lab/explore/token.ts';
import type { Isolation, Verdict } from '../verdict.ts';
import { takeAhead } from './host/ahead.ts';
import { guestBundle } from './host/build-bundle.ts';
import { areAmong } from './host/fingerprint.ts';
import { Ledger } from './host/ledger.ts';
import { compileFile, openExercise, randomToken } from './host/open-exercise.ts';
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

/** The course's own answer; it is compiled like any other. */
async function rightAnswer({ id, solutionDir }: Exercise): Promise<RightAnswer | undefined> {
  const file = path.join(solutionDir, `${id}.ts`);
  if (!existsSync(file)) return undefined;
  const source = readFileSync(file, 'utf8');
  const compiled = await compileFile(source, `${id}.ts`);
  return 'code' in compiled ? { source, ...compiled } : undefined;
}

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
  const ahead = replay === undefined && !budget ? takeAhead(dir, exercises) : undefined;
  const token = replay === undefined ? (ahead?.token ?? randomToken()) : parseToken(replay);
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
        const { checks, start } = await (ahead?.opening ?? openExercise(dir, exercise, token));
        const ledger = new Ledger(exercise, checks, start);
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
    const spare = takeSpare(bundle, ahead !== undefined);
    const settings = { bundle, limits, budget, signal, guests, onProgress, rightAnswer, spare };
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
