import type { Exercise } from '../course/catalogue.ts';
import { nextExercise } from '../course/next.ts';
import { type Progress, progressOf } from '../course/progress.ts';
import { submissionFile } from '../course/submission.ts';
import { plain } from '../report/plain.ts';
import type { Report, Verdict, VerdictStatus } from '../verdict.ts';
import { headingOf, shown } from './course.ts';
import type { GradeRequest } from './grade-request.ts';
import { messages } from './messages/messages.ts';
import { readmeIn } from './readme.ts';
import { say } from './say.ts';
import type { TypeNote } from './type-errors.ts';
import { typed } from './usage.ts';

const MAX_TYPE_ERRORS = 5;
const ORDER: VerdictStatus[] = ['passed', 'failed', 'error', 'not-started'];

function sayTypeErrors({ io, typedDir }: GradeRequest, errors: TypeNote[]): void {
  if (errors.length === 0) return;
  const text = messages(io.language).grade;
  say(io, text.typescriptSays);
  for (const { file, line, text: what } of errors.slice(0, MAX_TYPE_ERRORS)) {
    const place = `${typedDir === undefined ? shown(io, file) : file}:${line}`;
    say(io, `${place}\n  ${plain(what)}`, '  ');
  }
  const more = errors.length - MAX_TYPE_ERRORS;
  if (more > 0) say(io, text.moreErrors(more), '  ');
  say(io);
}

function sayTotal({ io }: GradeRequest, { exercises, score, maxScore }: Report): void {
  if (exercises.length < 2) return;
  const { total, counts } = messages(io.language).grade;
  const parts = ORDER.map((status) => {
    const count = exercises.filter((verdict) => verdict.status === status).length;
    return count === 0 ? [] : [counts[status](count)];
  });
  say(io, `${total(score, maxScore)} · ${parts.flat().join(' · ')}`);
  say(io);
}

function sayPassed(request: GradeRequest, progress: Progress): void {
  const { io, catalogue, exercises } = request;
  const text = messages(io.language).grade;
  say(io, exercises.length > 1 ? text.passedAll : text.passed);
  for (const { id } of exercises) say(io, typed('solution', id), '    ');
  const next = nextExercise(catalogue, progress);
  if (next === undefined) {
    say(io, text.courseDone);
    return;
  }
  say(io, messages(io.language).next(headingOf(next, io.language)));
  say(io, shown(io, readmeIn(io, next.exerciseDir) ?? next.exerciseDir), '    ');
}

function sayHint({ io }: GradeRequest, exercise: Exercise, progress: Progress): void {
  const text = messages(io.language).grade;
  const { hintsSeen } = progressOf(progress, exercise.id);
  const isMore = hintsSeen < exercise.hints.length;
  say(io, isMore ? text.hint(exercise.id, hintsSeen + 1) : text.allHints(exercise.id));
}

function sayNotPassed(
  request: GradeRequest,
  exercise: Exercise,
  { status, checks }: Verdict,
  progress: Progress,
): void {
  const { io, dir } = request;
  const text = messages(io.language).grade;
  if (status === 'not-started') {
    say(io, text.notStarted(shown(io, submissionFile(dir, exercise))));
    say(io, text.examplesFirst);
    say(io, typed('test', exercise.id), '    ');
  } else say(io, checks.some((check) => check.status === 'failed') ? text.failed : text.error);
  say(io, typed('grade', exercise.id), '    ');
  sayHint(request, exercise, progress);
}

function sayNextStep(request: GradeRequest, verdicts: Verdict[], progress: Progress): void {
  const { io, exercises, replay } = request;
  const text = messages(io.language).grade;
  if (verdicts.some(({ outcome }) => outcome?.kind === 'internal')) say(io, text.internal);
  const open = verdicts.filter((verdict) => verdict.status !== 'passed');
  const first = open.find((verdict) => verdict.status !== 'not-started') ?? open[0];
  const exercise = exercises.find(({ id }) => id === first?.id);
  if (first !== undefined && exercise !== undefined) {
    if (first.outcome?.kind !== 'internal') sayNotPassed(request, exercise, first, progress);
  } else if (replay !== undefined) {
    say(io, text.replayPassed);
    say(io, typed('grade', verdicts[0]?.id), '    ');
  } else sayPassed(request, progress);
}

/**
 * Says what follows the verdicts: what TypeScript noticed, the total, and the learner's next
 * step.
 */
export function saySummary(
  request: GradeRequest,
  report: Report,
  typeErrors: TypeNote[],
  progress: Progress,
): void {
  sayTypeErrors(request, typeErrors);
  sayTotal(request, report);
  // Whoever grades another person's folder has no next exercise.
  if (request.typedDir === undefined) sayNextStep(request, report.exercises, progress);
}
