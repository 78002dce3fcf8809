import { appendFileSync } from 'node:fs';
import type { Catalogue } from '../course/catalogue.ts';
import { ownDir, submissionFile } from '../course/submission.ts';
import type { CheckVerdict, Verdict } from '../verdict.ts';
import { type FakeIo, fakeIo } from './fake-io.ts';
import { type GradeTools, grade } from './grade.ts';
import type { Io } from './io.ts';

const checks: CheckVerdict[] = [
  {
    id: 'starts-all',
    title: 'every download starts before the first one ends',
    status: 'failed',
    weight: 2,
    kind: 'toOverlap',
    message: 'GET /b started at 100 ms, when GET /a had already ended.',
    replay: 's1.k9f2',
  },
  { id: 'keeps-order', title: 'the results keep their order', status: 'passed', weight: 1 },
];

/** A verdict on one exercise of the mini course, as the judge would give it. */
export function verdict(status: Verdict['status'], id = 'overlap'): Verdict {
  const all = { id, status, maxScore: 3 };
  if (status === 'failed') return { ...all, score: 1, checks };
  if (status === 'passed') {
    return {
      ...all,
      score: 3,
      checks: checks.map(({ id, title, weight }) => ({ id, title, weight, status })),
    };
  }
  const notRun = checks.map(({ id, title, weight }) => ({
    id,
    title,
    weight,
    status: 'not-run' as const,
  }));
  return { ...all, score: 0, checks: notRun };
}

/** What grading said, and what it asked the judge for. */
export interface Graded {
  io: FakeIo;
  code: number;
  asked: { dir: string; slugs: string[]; replay: string | undefined }[];
}

/** Grades with a judge that gives every exercise the verdict that the test wants. */
export async function gradeWith(
  { root }: Catalogue,
  args: string[],
  give: (slug: string) => Verdict,
  changes: Partial<Io> & { typeErrors?: Awaited<ReturnType<GradeTools['findTypeErrors']>> } = {},
): Promise<Graded> {
  const io = fakeIo(root, changes);
  const asked: Graded['asked'] = [];
  const tools: GradeTools = {
    async judge(dir, exercises, options) {
      const slugs = exercises.map(({ id }) => id);
      asked.push({ dir, slugs, replay: options?.replay });
      const verdicts = slugs.map(give);
      for (const one of verdicts) options?.onVerdict?.(one);
      return { isolation: 'process', verdicts };
    },
    findTypeErrors: async () => changes.typeErrors ?? [],
    now: () => new Date('2026-02-03T04:05:06Z'),
  };
  return { io, code: await grade(args, io, tools), asked };
}

/** Writes something into the learner's file; returns its path. */
export function begin(course: Catalogue, slug: string): string {
  const exercise = course.exercises.find(({ id }) => id === slug);
  if (exercise === undefined) throw new Error(`The mini course has no "${slug}"`);
  const file = submissionFile(ownDir(course), exercise);
  appendFileSync(file, '// my work\n');
  return file;
}
