import { statSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, Exercise } from '../course/catalogue.ts';
import { nextExercise } from '../course/next.ts';
import { isStarted, ownDir } from '../course/submission.ts';
import { UsageError } from './command.ts';
import { findExercise, openCourse, readProgress } from './course.ts';
import type { Io } from './io.ts';
import { messages } from './messages/messages.ts';
import { readArguments } from './read-arguments.ts';
import { usage } from './usage.ts';

/** What is to be graded, and how to say it. */
export interface GradeRequest {
  io: Io;
  catalogue: Catalogue;
  exercises: Exercise[];
  dir: string;
  /** What was typed after `--dir`; absent when the learner's own folder is graded. */
  typedDir?: string;
  replay?: string;
  wantsJson: boolean;
}

function foreignDir(io: Io, typedDir: string): string {
  const dir = path.resolve(io.cwd, typedDir);
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(messages(io.language).grade.missingDir(typedDir));
  }
  return dir;
}

/** Without slugs: of one's own folder what is started, of a student's everything, so that all can earn the same. */
function chooseExercises(io: Io, catalogue: Catalogue, dir: string, words: string[]): Exercise[] {
  if (words.length > 0) {
    return [...new Set(words.map((word) => findExercise(io, catalogue, word)))];
  }
  if (dir !== ownDir(catalogue)) return catalogue.exercises;
  const started = catalogue.exercises.filter((exercise) => isStarted(dir, exercise));
  if (started.length > 0) return started;
  const next = nextExercise(catalogue, readProgress(io, catalogue)) ?? catalogue.exercises[0];
  return next === undefined ? [] : [next];
}

/** Reads what the learner asks the grader for. */
export function gradeRequest(args: string[], world: Io): GradeRequest {
  const { io, words, flags, values } = readArguments('grade', args, world, {
    flags: ['json'],
    values: ['dir', 'replay'],
  });
  const catalogue = openCourse(io);
  const own = ownDir(catalogue);
  const typedDir = values.get('dir');
  const dir = typedDir === undefined ? own : foreignDir(io, typedDir);
  const replay = values.get('replay');
  if (replay !== undefined && words.length !== 1) {
    throw new UsageError(messages(io.language).grade.replayOne(usage.grade));
  }
  return {
    io,
    catalogue,
    exercises: chooseExercises(io, catalogue, dir, words),
    dir,
    ...(typedDir === undefined || dir === own ? {} : { typedDir }),
    ...(replay === undefined ? {} : { replay }),
    wantsJson: flags.has('json'),
  };
}
