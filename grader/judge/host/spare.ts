import { COURSE_ROOT, type ExercisePlace, loadPlaces } from '../../course/catalogue.ts';
import { areAmong, type Bundle, builtBundle } from './bundle.ts';
import { Child } from './child.ts';
import { DEFAULT_LIMITS } from './vital-signs.ts';

/** A guest that has been started before anybody knew what for. */
export interface Spare {
  bundle: Bundle;
  child: Child;
  exercises: readonly ExercisePlace[];
}

let spare: Spare | undefined;

/**
 * Starts a guest of this course for whoever judges next. It boots while the program is still loading what it judges and
 * reports with, so that nobody waits for both.
 */
export function startSpare(): void {
  try {
    const exercises = loadPlaces();
    const bundle = builtBundle(COURSE_ROOT, exercises);
    if (!bundle) return;
    const child = new Child({ bundle, watch: false, limits: DEFAULT_LIMITS });
    spare = { bundle, child, exercises };
  } catch {
    // Whatever is wrong here, the judge will find it again, and can say it.
  }
}

/** Hands over the guest that was started, if it has the checks of these exercises. */
export function takeSpare(exercises: readonly ExercisePlace[]): Spare | undefined {
  if (!spare || !areAmong(spare.exercises, exercises)) return undefined;
  const taken = spare;
  spare = undefined;
  return taken;
}
