import { todoFlag } from '../course/learner.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import { formatToken, type ReplayToken } from '../lab/explore/token.ts';
import { CheckFailure } from '../lab/failure.ts';
import { type Lab, SubmissionThrew } from '../lab/lab.ts';
import { type Expect, expect } from '../lab/matchers.ts';
import { siteText } from '../lab/outcome.ts';
import { errorText } from '../lab/plain.ts';
import { assertNothingEscaped } from '../lab/postconditions.ts';
import { drawTimeline } from '../lab/timeline/text.ts';
import type { World } from '../lab/world.ts';
import { submissionFacade } from './submission.ts';

/** What a check works with. */
export interface CheckContext<S> {
  lab: Lab;
  /** The learner's module: call its exports, hand operations in. */
  submission: S;
  expect: Expect;
}

/** One hidden test. */
export interface Check<S = unknown> {
  id: string;
  /** A sentence that is true of a right answer. */
  title: string;
  weight: number;
  body: (context: CheckContext<S>) => Promise<unknown> | unknown;
}

/** What a check found out; `message` is for the learner, `internal` means that the grader is at fault. */
export interface CheckResult {
  status: 'passed' | 'failed' | 'not-started' | 'internal';
  message?: string;
  kind?: string;
  timeline?: string;
  replay?: string;
  /** Another seed may give another result. */
  seeded?: true;
}

/** Where a check runs. */
export interface CheckHost {
  world: World;
  /** Loads a fresh instance of the learner's module and returns its exports. */
  load: () => unknown;
  /** How long explorations may search; less when many seeds are tried anyway. */
  budget?: Budget;
}

/** `every download starts first` → `every-download-starts-first`. */
export function checkId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

async function loadSubmission(load: () => unknown): Promise<unknown> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof CheckFailure) throw error;
    throw new CheckFailure(`Your file threw "${errorText(error)}" while it was loaded.`, 'load');
  }
}

async function attempt(
  check: Check,
  { world, load, budget }: CheckHost,
  { seed, schedule }: ReplayToken,
): Promise<unknown> {
  world.exploration = { seed, replay: schedule, ...(budget ? { budget } : {}) };
  const lab = world.newLab(seed);
  todoFlag.take();
  try {
    const submission = submissionFacade(world, await loadSubmission(load));
    await check.body({ lab, submission, expect });
    if (world.lab?.failure) throw world.lab.failure;
    assertNothingEscaped(lab);
    return undefined;
  } catch (error) {
    // A claim inside a callback of the learner's counts, whatever their code did with the error.
    if (world.lab?.failure) return world.lab.failure;
    if (!(error instanceof SubmissionThrew)) return error;
    return new CheckFailure(`Your code threw "${error.message}" when it was called.`, 'threw');
  }
}

const NEEDS_DIAGNOSIS = new Set(['deadlock', 'livelock']);

/** Repeats a hang with everything noted, to name the lines that wait or spin. */
async function diagnose(
  check: Check,
  host: CheckHost,
  token: ReplayToken,
  failure: CheckFailure,
): Promise<CheckFailure> {
  host.world.diagnosing = true;
  try {
    const again = await attempt(check, host, token);
    return again instanceof CheckFailure && again.kind === failure.kind ? again : failure;
  } finally {
    host.world.diagnosing = false;
  }
}

/** Adds an error of the learner's that the failure does not speak of: often it is the real reason. */
function withRejection(message: string, { rejection }: Lab): string {
  if (!rejection || message.includes(rejection.error.message)) return message;
  const { error, at, site } = rejection;
  const place = site ? ` It was thrown at ${siteText(site)}` : '';
  return `${message}\nYour promise had rejected at ${at} ms with "${error.name}: ${error.message}".${place}`;
}

function failed(failure: CheckFailure, host: CheckHost, token: ReplayToken): CheckResult {
  const lab = host.world.lab as Lab;
  const { trace } = lab;
  const drawable = trace.spans.length > 0;
  return {
    status: 'failed',
    message: withRejection(failure.message, lab),
    kind: failure.kind,
    replay: formatToken(token),
    ...(drawable ? { timeline: drawTimeline(trace, { notes: failure.notes }) } : {}),
  };
}

async function resultOf(check: Check, host: CheckHost, token: ReplayToken): Promise<CheckResult> {
  const error = await attempt(check, host, token);
  if (todoFlag.take()) return { status: 'not-started' };
  if (error === undefined) return { status: 'passed' };
  if (!(error instanceof CheckFailure)) {
    return { status: 'internal', message: errorText(error), kind: 'internal' };
  }
  const exact = error.schedule ? { ...token, schedule: error.schedule } : token;
  const failure = NEEDS_DIAGNOSIS.has(error.kind)
    ? await diagnose(check, host, exact, error)
    : error;
  return failed(failure, host, exact);
}

/** Runs one check on one submission. Never throws: whatever goes wrong is in the result. */
export async function runCheck(
  check: Check,
  host: CheckHost,
  token: ReplayToken,
): Promise<CheckResult> {
  host.world.seeded = false;
  const result = await resultOf(check, host, token);
  return host.world.seeded ? { ...result, seeded: true } : result;
}
