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

/** The absolute paths of everything that belongs to one exercise. */
export interface ExercisePlace {
  id: string;
  /** `<section>/<slug>`, the same below exercises, solutions and hidden. */
  folder: string;
  exerciseDir: string;
  solutionDir: string;
  hiddenDir: string;
  /** The pristine stub that `reset` puts back. */
  stubFile: string;
}

/** One exercise, and where it is. */
export interface Exercise extends ExerciseMetadata, ExercisePlace {}

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

function placeOf(root: string, section: string, slug: string): ExercisePlace {
  const folder = path.join(section, slug);
  const hiddenDir = path.join(root, 'grader/hidden', folder);
  return {
    id: slug,
    folder,
    exerciseDir: path.join(root, 'exercises', folder),
    solutionDir: path.join(root, 'solutions', folder),
    hiddenDir,
    stubFile: path.join(hiddenDir, 'stub.ts'),
  };
}

const placesIn = (root: string, sections: readonly Section[]): ExercisePlace[] =>
  sections.flatMap(({ id, exercises }) => exercises.map((slug) => placeOf(root, id, slug)));

const readCourse = (root: string): { course: string; sections: Section[] } =>
  readJson(path.join(root, 'exercises/course.json'));

/** Where the exercises of a course are, without what `loadCatalogue` reads in each of them. */
export function loadPlaces(root: string = COURSE_ROOT): ExercisePlace[] {
  return placesIn(root, readCourse(root).sections);
}

/** Reads the course below `root`; throws when `course.json` or an `exercise.json` is missing or no JSON. */
export function loadCatalogue(root: string = COURSE_ROOT): Catalogue {
  const { course, sections } = readCourse(root);
  const { version } = readJson<{ version: string }>(path.join(COURSE_ROOT, 'package.json'));
  const exercises = placesIn(root, sections).map((place) => ({
    ...place,
    ...readJson<ExerciseMetadata>(path.join(place.exerciseDir, 'exercise.json')),
  }));
  return { root, course, version, sections, exercises };
}
