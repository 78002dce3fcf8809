import path from 'node:path';
import { submissionFile } from '../course/submission.ts';
import type { Judgement, judge } from '../judge/judge.ts';
import type { Verdict } from '../verdict.ts';
import { busyLine } from './busy-line.ts';
import { command } from './command.ts';
import { type GradeRequest, gradeRequest } from './grade-request.ts';
import { messages } from './messages/messages.ts';
import type { FindTypeErrors } from './type-errors.ts';

/** What grading needs from outside; tests bring their own. */
export interface GradeTools {
  judge: typeof judge;
  findTypeErrors: FindTypeErrors;
  now(): Date;
}

const realTools: GradeTools = {
  // Loaded when it is needed, so that the other commands start at once.
  judge: async (...args) => (await import('../judge/judge.ts')).judge(...args),
  findTypeErrors: async (...args) => (await import('./type-errors.ts')).findTypeErrors(...args),
  now: () => new Date(),
};

/** Loaded when the judge has been given its work, and while it is waited for. */
async function loadReport(): Promise<typeof import('./grade-report.ts')> {
  await new Promise(setImmediate);
  return import('./grade-report.ts');
}

async function runJudge(request: GradeRequest, tools: GradeTools): Promise<Judgement> {
  const { io, dir, exercises, replay, wantsJson } = request;
  const slugs = exercises.map(({ id }) => id).join(', ');
  const busy = busyLine(io, (seconds) => messages(io.language).grade.busy(slugs, seconds));
  let shown = Promise.resolve();
  const show = async (verdict: Verdict): Promise<void> => {
    const { showVerdict } = await loadReport();
    busy.hide();
    showVerdict(request, verdict);
  };
  const judging = tools.judge(dir, exercises, {
    onVerdict: (verdict) => {
      if (!wantsJson) shown = shown.then(() => show(verdict));
    },
    ...(replay === undefined ? {} : { replay }),
    ...(io.signal === undefined ? {} : { signal: io.signal }),
  });
  try {
    const [judgement] = await Promise.all([judging, loadReport()]);
    await shown;
    return judgement;
  } finally {
    busy.stop();
  }
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
  const { conclude } = await loadReport();
  conclude(request, judgement, await compiling, tools.now());
  return exitCode(judgement.verdicts);
});
