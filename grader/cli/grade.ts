import path from 'node:path';
import { matchMisconception } from '../course/misconception.ts';
import { type Progress, recordVerdict } from '../course/progress.ts';
import { submissionFile } from '../course/submission.ts';
import type { Judgement, judge } from '../judge/judge.ts';
import { json } from '../report/json.ts';
import { terminal } from '../report/terminal.ts';
import type { Report, Verdict } from '../verdict.ts';
import { busyLine } from './busy-line.ts';
import { command } from './command.ts';
import { readProgress, remember, shown, titleOf } from './course.ts';
import { type GradeRequest, gradeRequest } from './grade-request.ts';
import { saySummary } from './grade-summary.ts';
import { isAscii, isFancy, pageWidth } from './io.ts';
import { messages } from './messages/messages.ts';
import { readmeIn } from './readme.ts';
import { type FindTypeErrors, findTypeErrors } from './type-errors.ts';

/** What grading needs from outside; tests bring their own. */
export interface GradeTools {
  judge: typeof judge;
  findTypeErrors: FindTypeErrors;
  now(): Date;
}

const realTools: GradeTools = {
  // Loaded when it is needed, so that the other commands start at once.
  judge: async (...args) => (await import('../judge/judge.ts')).judge(...args),
  findTypeErrors,
  now: () => new Date(),
};

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

function printVerdict({ io, exercises, typedDir }: GradeRequest, verdict: Verdict): void {
  const exercise = exercises.find(({ id }) => id === verdict.id);
  const text = terminal(verdict, {
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

async function runJudge(request: GradeRequest, tools: GradeTools): Promise<Judgement> {
  const { io, dir, exercises, replay, wantsJson } = request;
  const slugs = exercises.map(({ id }) => id).join(', ');
  const busy = busyLine(io, (seconds) => messages(io.language).grade.busy(slugs, seconds));
  const onVerdict = (verdict: Verdict) => {
    if (wantsJson) return;
    busy.hide();
    printVerdict(request, withMisconception(request, verdict));
  };
  try {
    const judgement = await tools.judge(dir, exercises, {
      onVerdict,
      ...(replay === undefined ? {} : { replay }),
      ...(io.signal === undefined ? {} : { signal: io.signal }),
    });
    const verdicts = judgement.verdicts.map((verdict) => withMisconception(request, verdict));
    return { ...judgement, verdicts };
  } finally {
    busy.stop();
  }
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

function reportOf({ catalogue }: GradeRequest, { isolation, verdicts }: Judgement): Report {
  const sum = (key: 'score' | 'maxScore') => verdicts.reduce((total, one) => total + one[key], 0);
  const { course, version } = catalogue;
  const [score, maxScore] = [sum('score'), sum('maxScore')];
  return { course, version, isolation, exercises: verdicts, score, maxScore };
}

function exitCode(verdicts: Verdict[]): number {
  if (verdicts.some(({ outcome }) => outcome?.kind === 'internal')) return 2;
  return verdicts.every(({ status }) => status === 'passed') ? 0 : 1;
}

/** Submits exercises to the judge and shows what it found. */
export const grade = command(async (args, world, tools: GradeTools = realTools) => {
  const request = gradeRequest(args, world);
  const { io, dir, exercises, wantsJson } = request;
  const files = exercises.map((exercise) => path.resolve(submissionFile(dir, exercise)));
  const compiling = wantsJson ? [] : tools.findTypeErrors(io.root, files, io.signal);
  const judgement = await runJudge(request, tools);
  const progress = record(request, judgement.verdicts, tools.now());
  const report = reportOf(request, judgement);
  if (wantsJson) io.out(json(report));
  else saySummary(request, report, await compiling, progress);
  return exitCode(judgement.verdicts);
});
