import type { Exercise } from '../course/catalogue.ts';
import type { Isolation, Verdict } from '../verdict.ts';

/** How to judge; everything is optional. */
export interface JudgeOptions {
  /** Repeats the random inputs and schedule of an earlier failure. */
  replay?: string;
  /** Called as soon as an exercise has its verdict, in order. */
  onVerdict?: (verdict: Verdict) => void;
  /** Stops the judge: kills the child and rejects with the signal's reason. */
  signal?: AbortSignal;
}

export interface Judgement {
  isolation: Isolation;
  verdicts: Verdict[];
}

/**
 * Judges the files `<dir>/<section>/<slug>/<slug>.ts` of one submission against their hidden checks. Whatever is wrong
 * with the submission is a verdict; the promise rejects only when `options.signal` aborts.
 */
export async function judge(
  dir: string,
  exercises: readonly Exercise[],
  options: JudgeOptions = {},
): Promise<Judgement> {
  throw new Error(`Cannot judge "${dir}" yet: ${exercises.length} ${options.replay}`);
}
