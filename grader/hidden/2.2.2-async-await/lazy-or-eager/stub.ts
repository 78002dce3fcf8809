import { todo } from '#course';

/** Executes one step on the server and resolves with its report. Calling it starts the step. */
export type Execute = (step: string) => Promise<string>;

/**
 * Executes the steps strictly one after the other: a step starts the moment the one before it is over. It waits for no
 * other deployment, and nothing of it reaches the next one.
 *
 * @returns the reports, in the order of `steps`, empty ones too; a step that stands twice has two, which may differ
 * @throws what the failing step rejected with, whatever value this is, at the moment it fails; the steps after it
 * never start
 */
export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  void todo(); // Delete this line when you begin.
  const coroutines = steps.map((step) => execute(step));
  const reports: string[] = [];
  for (const coroutine of coroutines) reports.push(await coroutine);
  return reports;
}

/**
 * Prepares a step without starting it.
 *
 * @returns a function that starts the step anew each time it is called, and resolves with the report of that run
 */
export function prepare(step: string, execute: Execute): () => Promise<string> {
  void todo(); // Delete this line when you begin.
  const coroutine = execute(step);
  return () => coroutine;
}
