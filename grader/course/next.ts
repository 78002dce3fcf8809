import type { Catalogue, Exercise } from './catalogue.ts';
import { isPassed, type Progress } from './progress.ts';

/** Chooses what to do next: the first exercise that is not passed and whose `requires` are. */
export function nextExercise(catalogue: Catalogue, progress: Progress): Exercise | undefined {
  const open = catalogue.exercises.filter((exercise) => !isPassed(progress, exercise.id));
  const isReady = (exercise: Exercise) =>
    exercise.requires.every((slug) => isPassed(progress, slug));
  return open.find(isReady) ?? open[0];
}
