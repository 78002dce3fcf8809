import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The languages that the course speaks. */
export type Language = 'en' | 'zh';
export type Bilingual = Record<Language, string>;

export type ExerciseKind = 'predict' | 'fix' | 'implement' | 'build' | 'test';

/** What `exercise.json` holds. */
export interface ExerciseMetadata {
  /** Permanent, unique slug; also the folder's name. */
  id: string;
  title: string;
  titleZh: string;
  section: string;
  kind: ExerciseKind;
  /** 1 (a nudge) to 5 (an evening). */
  difficulty: 1 | 2 | 3 | 4 | 5;
  /** How long a clever, busy person needs. */
  minutes: number;
  concepts: string[];
  /** Slugs of the exercises that come first. */
  requires: string[];
  /** Exactly three, from a nudge to nearly the answer. */
  hints: Bilingual[];
  /** The sum of the checks' weights. */
  points: number;
}

/** One exercise with the absolute paths of everything that belongs to it. */
export interface Exercise extends ExerciseMetadata {
  /** `<section>/<slug>`, the same below exercises, solutions and hidden. */
  folder: string;
  exerciseDir: string;
  solutionDir: string;
  hiddenDir: string;
  /** The pristine stub that `reset` puts back. */
  stubFile: string;
}

export interface Section {
  id: string;
  title: string;
  titleZh: string;
  exercises: string[];
}

/** Every section and exercise in the order of the course. */
export interface Catalogue {
  root: string;
  course: string;
  version: string;
  sections: Section[];
  exercises: Exercise[];
}

/** The folder that holds the course this file belongs to. */
export const COURSE_ROOT = path.resolve(import.meta.dirname, '../..');

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (error) {
    throw new Error(`Cannot read "${file}": ${(error as Error).message}`);
  }
}

function readExercise(root: string, section: string, slug: string): Exercise {
  const folder = path.join(section, slug);
  const exerciseDir = path.join(root, 'exercises', folder);
  const hiddenDir = path.join(root, 'grader/hidden', folder);
  return {
    ...readJson<ExerciseMetadata>(path.join(exerciseDir, 'exercise.json')),
    folder,
    exerciseDir,
    solutionDir: path.join(root, 'solutions', folder),
    hiddenDir,
    stubFile: path.join(hiddenDir, 'stub.ts'),
  };
}

/** Reads the course below `root`; throws when `course.json` or an `exercise.json` is missing or no JSON. */
export function loadCatalogue(root: string = COURSE_ROOT): Catalogue {
  const { course, sections } = readJson<{ course: string; sections: Section[] }>(
    path.join(root, 'exercises/course.json'),
  );
  const { version } = readJson<{ version: string }>(path.join(COURSE_ROOT, 'package.json'));
  const exercises = sections.flatMap((section) =>
    section.exercises.map((slug) => readExercise(root, section.id, slug)),
  );
  return { root, course, version, sections, exercises };
}
