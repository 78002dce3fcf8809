import path from 'node:path';
import { matchMisconception } from '../course/misconception.ts';
import { type Progress, recordVerdict } from '../course/progress.ts';
import type { Judgement } from '../judge/judge.ts';
import { json } from '../report/json.ts';
import { terminal } from '../report/terminal.ts';
import type { Report, Verdict } from '../verdict.ts';
import { readProgress, remember, shown, titleOf } from './course.ts';
import type { GradeRequest } from './grade-request.ts';
import { saySummary } from './grade-summary.ts';
import { isAscii, isFancy, pageWidth } from './io.ts';
import { readmeIn } from './readme.ts';
import type { TypeNote } from './type-errors.ts';

function withMisconception(request: GradeRequest, verdict: Verdict): Verdict {
  const { exercises, io, catalogue } = request;
  const exercise = exercises.find(({ id }) => id === verdict.id);
  if (exercise === undefined) return verdict;
  const found = matchMisconception(exercise, verdict, io.language);
  if (found === undefined) return verdict;
  const chapter = readmeIn(io, path.join(catalogue.root, 'chapters', found.read));
  // A section has exercises before it has a chapter.
  const instead = chapter === undefined ? readmeIn(io, exercise.exerciseDir) : undefined;
  const read = instead === undefined ? found.read : shown(io, instead);
  return { ...verdict, misconception: { ...found, read } };
}

/** Prints a verdict as a learner reads it. */
export function showVerdict(request: GradeRequest, verdict: Verdict): void {
  const { io, exercises, typedDir } = request;
  const exercise = exercises.find(({ id }) => id === verdict.id);
  const text = terminal(withMisconception(request, verdict), {
    language: io.language,
    color: isFancy(io),
    ascii: isAscii(io),
    columns: pageWidth(io),
    brief: exercises.length > 1,
    ...(exercise === undefined ? {} : { title: titleOf(exercise, io.language) }),
    ...(typedDir === undefined ? {} : { dir: typedDir }),
  });
  io.out(`${text}\n`);
}

/**
 * A replay repeats one schedule of many, and another folder is another person's: neither is an
 * attempt.
 */
function record(request: GradeRequest, verdicts: Verdict[], now: Date): Progress {
  const { io, catalogue, typedDir, replay } = request;
  if (typedDir !== undefined || replay !== undefined) return readProgress(io, catalogue);
  return remember(io, catalogue, (progress) =>
    verdicts.reduce((current, verdict) => recordVerdict(current, verdict, now), progress),
  );
}

function reportOf(request: GradeRequest, { isolation, verdicts }: Judgement): Report {
  const { course, version } = request.catalogue;
  const exercises = verdicts.map((verdict) => withMisconception(request, verdict));
  const sum = (key: 'score' | 'maxScore') => verdicts.reduce((total, one) => total + one[key], 0);
  return { course, version, isolation, exercises, score: sum('score'), maxScore: sum('maxScore') };
}

/** Keeps what has been achieved, and says what remains to be said when every verdict is there. */
export function conclude(
  request: GradeRequest,
  judgement: Judgement,
  typeErrors: TypeNote[],
  now: Date,
): void {
  const progress = record(request, judgement.verdicts, now);
  const report = reportOf(request, judgement);
  if (request.wantsJson) request.io.out(json(report));
  else saySummary(request, report, typeErrors, progress);
}
