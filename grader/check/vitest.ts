import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from 'vitest';
import { candidatesOf } from '../course/candidates.ts';
import { loadCatalogue } from '../course/catalogue.ts';
import { SHORT_BUDGET } from '../lab/explore/strategies.ts';
import { type DefineCheck, defineChecks } from './define.ts';
import { registerTest } from './register.ts';

export { claim } from '../lab/failure.ts';

const INSTANCE = '?instance=';
let instances = 0;
const texts = new Map<string, string>();

// An answer is loaded anew for every check: Node would take its types away each time.
registerHooks({
  load(url, context, nextLoad) {
    const [address = '', instance] = url.split(INSTANCE);
    if (instance === undefined) return nextLoad(url, context);
    const source =
      texts.get(address) ?? stripTypeScriptTypes(readFileSync(new URL(address), 'utf8'));
    texts.set(address, source);
    return { format: 'module', source, shortCircuit: true };
  },
});

/** A fresh instance of a module: the query makes Node evaluate it again. */
function load(file: string): Promise<unknown> {
  instances += 1;
  return import(/* @vite-ignore */ `${pathToFileURL(file).href}${INSTANCE}${instances}`);
}

/**
 * What `#check` is under vitest: every check becomes a test of the learner's file or, with COURSE_CANDIDATES=all, of
 * the solution, the alternatives and the misconceptions, with short explorations.
 */
export function checksFor<S>(slug: string): DefineCheck<S> {
  const exercise = loadCatalogue().exercises.find(({ id }) => id === slug);
  if (!exercise) throw new Error(`Cannot find "${slug}" in exercises/course.json: add it there`);
  const learners = { name: slug, file: path.join(exercise.exerciseDir, `${slug}.ts`) };
  const all = process.env.COURSE_CANDIDATES === 'all';
  const candidates = all ? candidatesOf(exercise) : [learners];
  return defineChecks<S>((check) => {
    for (const { name, file } of candidates) {
      const place = {
        load: () => load(file),
        isLearners: (other: string) => other === file,
        named: true,
        ...(all ? { budget: SHORT_BUDGET } : {}),
      };
      describe(name, () => registerTest(check, place));
    }
  });
}
