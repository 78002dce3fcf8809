import type { Verdict, VerdictStatus } from '../verdict.ts';

/** How far the learner is with one exercise. */
export interface ExerciseProgress {
  /** Once `passed`, always `passed`; `not-started` when only hints were read. */
  status: VerdictStatus;
  attempts: number;
  bestScore: number;
  maxScore: number;
  /** When the exercise was passed for the first time (ISO 8601). */
  passedAt?: string;
  hintsSeen: number;
  /** The learner asked for the solution before passing. */
  gaveUp?: boolean;
}

/**
 * The learner's progress by slug. Slugs that the course does not know are kept: they may come
 * back.
 */
export type Progress = Record<string, ExerciseProgress>;

const FRESH: ExerciseProgress = {
  status: 'not-started',
  attempts: 0,
  bestScore: 0,
  maxScore: 0,
  hintsSeen: 0,
};

/** What is known about one exercise, also when nothing is. */
export function progressOf(progress: Progress, slug: string): ExerciseProgress {
  return progress[slug] ?? FRESH;
}

/** Tells whether the exercise was ever passed. */
export function isPassed(progress: Progress, slug: string): boolean {
  return progressOf(progress, slug).status === 'passed';
}

/** Adds one graded attempt. What is the grader's fault, or no attempt yet, is not counted. */
export function recordVerdict(progress: Progress, verdict: Verdict, now: Date): Progress {
  if (verdict.status === 'not-started' || verdict.outcome?.kind === 'internal') return progress;
  const before = progressOf(progress, verdict.id);
  const isPass = verdict.status === 'passed';
  const passedAt = before.passedAt ?? (isPass ? now.toISOString() : undefined);
  const { hintsSeen, gaveUp } = before;
  const after: ExerciseProgress = {
    status: before.status === 'passed' ? 'passed' : verdict.status,
    attempts: before.attempts + 1,
    bestScore: Math.max(before.bestScore, verdict.score),
    maxScore: verdict.maxScore,
    ...(passedAt === undefined ? {} : { passedAt }),
    hintsSeen,
    ...(gaveUp === undefined ? {} : { gaveUp }),
  };
  return { ...progress, [verdict.id]: after };
}

/** Remembers that the learner has read the first `count` hints. */
export function recordHints(progress: Progress, slug: string, count: number): Progress {
  const before = progressOf(progress, slug);
  return { ...progress, [slug]: { ...before, hintsSeen: Math.max(before.hintsSeen, count) } };
}

/** Remembers that the learner asked for the solution. */
export function recordGivingUp(progress: Progress, slug: string): Progress {
  return { ...progress, [slug]: { ...progressOf(progress, slug), gaveUp: true } };
}
