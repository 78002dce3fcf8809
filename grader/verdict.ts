/**
 * The one value that everything shares: what the judge found. Plain JSON; this file imports nothing.
 */

export type VerdictStatus = 'passed' | 'failed' | 'not-started' | 'error';
export type CheckStatus = 'passed' | 'failed' | 'not-run';

/** What happened to one check. */
export interface CheckVerdict {
  id: string;
  title: string;
  status: CheckStatus;
  /** Points the check is worth. */
  weight: number;
  /** Why it failed or did not run, in the second person, with numbers. */
  message?: string;
  /** What happened, drawn in virtual milliseconds. */
  timeline?: string;
  /** The text after `--replay` that repeats exactly this failure. */
  replay?: string;
  /** How it failed (`toPeakAt`, `deadlock`, …): one part of a misconception's signature. */
  kind?: string;
}

export type OutcomeKind =
  | 'blocked'
  | 'deadlock'
  | 'livelock'
  | 'time'
  | 'memory'
  | 'output'
  | 'crashed'
  | 'syntax'
  | 'rejected-file'
  | 'missing-file'
  | 'internal';

/** Something that kept the whole exercise, or one of its checks, from being judged normally. */
export interface Outcome {
  kind: OutcomeKind;
  /** One or two sentences: what happened, why, what to do next. */
  message: string;
  file?: string;
  /** One-based line in the learner's own TypeScript. */
  line?: number;
  /** The text of that line. */
  source?: string;
}

/** A belief that fits how the submission failed, and the sentence that refutes it. */
export interface MatchedMisconception {
  id: string;
  belief: string;
  refutation: string;
  /** The section of the course that explains it. */
  read: string;
}

/** The judge's result for one exercise. */
export interface Verdict {
  /** The exercise's slug. */
  id: string;
  status: VerdictStatus;
  score: number;
  maxScore: number;
  checks: CheckVerdict[];
  outcome?: Outcome;
  misconception?: MatchedMisconception;
}

/** What stood between the submission and the machine; `process` is Node's permission model and SES. */
export type Isolation = 'bubblewrap' | 'process';

/** What `npm run grade -- --json` prints. */
export interface Report {
  course: string;
  version: string;
  isolation: Isolation;
  exercises: Verdict[];
  score: number;
  maxScore: number;
}
