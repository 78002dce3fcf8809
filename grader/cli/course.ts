import path from 'node:path';
import {
  type Catalogue,
  type Exercise,
  type Language,
  loadCatalogue,
} from '../course/catalogue.ts';
import { nearestSlug } from '../course/nearest-slug.ts';
import { nextExercise } from '../course/next.ts';
import type { Progress } from '../course/progress.ts';
import { loadProgress, saveProgress } from '../course/progress-file.ts';
import { UsageError } from './command.ts';
import type { Io } from './io.ts';
import { messages } from './messages/messages.ts';
import { type CommandName, typed, usage } from './usage.ts';

/** Reads the course; says how to repair it when a file is damaged. */
export function openCourse(io: Io): Catalogue {
  try {
    return loadCatalogue(io.root);
  } catch (error) {
    throw new UsageError(messages(io.language).brokenCourse((error as Error).message));
  }
}

/** A path as the learner sees it from the course's folder. */
export function shown(io: Io, file: string): string {
  return path.relative(io.root, file).replaceAll(path.sep, '/');
}

/** Reads the learner's progress, and says so when a damaged file had to be set aside. */
export function readProgress(io: Io, catalogue: Catalogue): Progress {
  return loadProgress(catalogue, (keptAs) =>
    io.err(`${messages(io.language).progressBroken(shown(io, keptAs))}\n`),
  );
}

/**
 * Changes the learner's progress. A disk that refuses is said, but never costs the learner the
 * result.
 */
export function remember(
  io: Io,
  catalogue: Catalogue,
  change: (progress: Progress) => Progress,
): Progress {
  const before = readProgress(io, catalogue);
  const progress = change(before);
  if (progress === before) return progress;
  try {
    saveProgress(catalogue, progress);
  } catch (error) {
    io.err(`${messages(io.language).progressNotSaved((error as Error).message)}\n`);
  }
  return progress;
}

/** The exercise that a word means: a slug, or the path of its folder or file. */
export function findExercise(io: Io, catalogue: Catalogue, word: string): Exercise {
  const slug = path.basename(word.replaceAll('\\', '/')).replace(/(\.test)?\.ts$/, '');
  const found = catalogue.exercises.find(({ id }) => id === slug.toLowerCase());
  if (found !== undefined) return found;
  const near = nearestSlug(
    slug,
    catalogue.exercises.map(({ id }) => id),
  );
  throw new UsageError(messages(io.language).unknownExercise(word, near));
}

/** The one exercise that a command was given. */
export function onlyExercise(
  io: Io,
  catalogue: Catalogue,
  command: CommandName,
  words: readonly string[],
): Exercise {
  const [word, extra] = words;
  if (extra !== undefined) throw new UsageError(messages(io.language).oneSlug(usage[command]));
  if (word !== undefined) return findExercise(io, catalogue, word);
  const example = nextExercise(catalogue, readProgress(io, catalogue)) ?? catalogue.exercises[0];
  throw new UsageError(
    messages(io.language).missingSlug(usage[command], typed(command, example?.id)),
  );
}

/** The exercise's title in one language. */
export function titleOf(exercise: Exercise, language: Language): string {
  return language === 'zh' ? exercise.titleZh : exercise.title;
}

/** `overlap — Start everything, then wait (10 min)` */
export function headingOf(exercise: Exercise, language: Language): string {
  const { id, minutes } = exercise;
  return messages(language).heading(id, titleOf(exercise, language), minutes);
}
