import type { ExercisePlace } from '../../course/catalogue.ts';
import { type ListedCheck, loadChecks } from '../../course/misconception.ts';
import type { ReplayToken } from '../../lab/explore/token.ts';
import type { Outcome } from '../../verdict.ts';
import type { GuestExercise } from '../protocol.ts';
import type { Compiled } from './compile.ts';
import { takeIn } from './intake.ts';
import { internalOutcome } from './outcomes.ts';

/** One exercise of a submission. */
export interface OpenExercise {
  checks: ListedCheck[];
  /** What a guest is to be asked, or why none can be. */
  start: { guest: GuestExercise } | { outcome: Outcome };
}

/** No submission sees what else this engine has drawn, so that it need not be harder to guess. */
export const randomToken = (): ReplayToken => ({ seed: Math.floor(Math.random() * 2 ** 32) });

/** A compiler that breaks down is the grader's fault, and an outcome like any other. */
export async function compileFile(
  source: string,
  file: string,
): Promise<Compiled | { outcome: Outcome }> {
  // Loaded while the guest boots.
  const { compileSafely } = await import('./compile-safely.ts');
  return compileSafely(source, file).catch((error: Error) => ({
    outcome: internalOutcome(error.message),
  }));
}

/** Reads and compiles the file `<dir>/<section>/<slug>/<slug>.ts`; throws when the list of its checks is missing. */
export async function openExercise(
  dir: string,
  exercise: ExercisePlace,
  token: ReplayToken,
): Promise<OpenExercise> {
  const { checks } = loadChecks(exercise);
  const taken = takeIn(dir, exercise);
  if ('outcome' in taken) return { checks, start: taken };
  const file = `${exercise.id}.ts`;
  const compiled = await compileFile(taken.source, file);
  if ('outcome' in compiled) return { checks, start: compiled };
  const ids = checks.map(({ id }) => id);
  const guest = { slug: exercise.id, file, ...compiled, source: taken.source, checks: ids, token };
  return { checks, start: { guest } };
}
