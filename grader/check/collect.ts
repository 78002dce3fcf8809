import type { Check } from './check.ts';
import { type DefineCheck, defineChecks } from './define.ts';

export { claim } from '../lab/failure.ts';

/** The checks of every exercise whose file has been imported, by slug. */
export const collected = new Map<string, Check[]>();

/** What `#check` is where no vitest runs (the judge, the proof): the checks are kept in a list. */
export function checksFor<S>(slug: string): DefineCheck<S> {
  const checks: Check[] = [];
  collected.set(slug, checks);
  return defineChecks<S>((check) => checks.push(check));
}
