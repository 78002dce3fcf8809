import path from 'node:path';
import { COURSE_ROOT, type ExercisePlace, loadPlaces } from '../../course/catalogue.ts';
import type { ReplayToken } from '../../lab/explore/token.ts';
import { type OpenExercise, openExercise, randomToken } from './open-exercise.ts';
import { askSpare } from './spare.ts';

/** What has been asked before anybody knew whether it would be. */
export interface Ahead {
  token: ReplayToken;
  opening: Promise<OpenExercise>;
}

let ahead: (Ahead & { dir: string; exercise: ExercisePlace }) | undefined;

/**
 * Asks the spare guest for what the command line of `npm run grade` wants, where that is plain to see: one exercise of the
 * learner's own. The guest is at work then while the command is still being loaded. Everything else is left to the judge,
 * and so is whatever is wrong.
 */
export async function askAhead(args: readonly string[], root: string = COURSE_ROOT): Promise<void> {
  try {
    const [slug, ...others] = args.filter((arg) => arg !== '--json');
    const exercise = loadPlaces(root).find(({ id }) => id === slug);
    if (!exercise || others.length > 0) return;
    const dir = path.join(root, 'exercises');
    const token = randomToken();
    const opening = openExercise(dir, exercise, token);
    ahead = { dir, exercise, token, opening };
    const { start } = await opening;
    if ('guest' in start) askSpare(start.guest);
  } catch {
    // Whatever is wrong here, the judge will find it again, and can say it.
  }
}

/** What has been asked ahead, if it was this. */
export function takeAhead(dir: string, exercises: readonly ExercisePlace[]): Ahead | undefined {
  const taken = ahead;
  ahead = undefined;
  const [exercise, ...others] = exercises;
  const isThis =
    others.length === 0 && taken?.exercise.hiddenDir === exercise?.hiddenDir && taken?.dir === dir;
  return isThis ? taken : undefined;
}
