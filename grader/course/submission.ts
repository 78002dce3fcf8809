import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue, Exercise } from './catalogue.ts';

/** The folder in which the learner works. */
export function ownDir(catalogue: Catalogue): string {
  return path.join(catalogue.root, 'exercises');
}

/** The file of one exercise in a submission: `<dir>/<section>/<slug>/<slug>.ts`. */
export function submissionFile(dir: string, exercise: Exercise): string {
  return path.join(dir, exercise.folder, `${exercise.id}.ts`);
}

// An editor on Windows may change the line ends of a file that nobody wrote in.
function readLines(file: string): string {
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}

/** Tells whether somebody wrote in the exercise's file; a missing file is not started. */
export function isStarted(dir: string, exercise: Exercise): boolean {
  const file = submissionFile(dir, exercise);
  if (!existsSync(file)) return false;
  return readLines(file) !== readLines(exercise.stubFile);
}
