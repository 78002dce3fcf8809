import { globSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from '../course/catalogue.ts';
import { findExercise } from './course.ts';
import type { Io } from './io.ts';

// The slash at the end keeps `overlap` from running `overlap-again`.
function examplesOf(dir: string): string {
  return `${dir.replaceAll(path.sep, '/')}/`;
}

function matchesTestFile(catalogue: Catalogue, word: string): boolean {
  const wanted = word.replaceAll('\\', '/').replace(/:\d+$/, '').toLowerCase();
  const files = globSync('{exercises,grader}/**/*.test.ts', { cwd: catalogue.root });
  return files.some((file) => {
    const name = file.replaceAll(path.sep, '/');
    return name.toLowerCase().includes(wanted) || path.join(catalogue.root, name).startsWith(word);
  });
}

// The word after `-t` may be its value; only vitest knows.
function isFilter(word: string, before = ''): boolean {
  return !word.startsWith('-') && (!before.startsWith('-') || before.includes('='));
}

/** Turns what a learner types into what vitest takes: a slug becomes the folder of its examples. */
export function vitestFilters(io: Io, catalogue: Catalogue, args: readonly string[]): string[] {
  return args.map((word, index) => {
    if (!isFilter(word, args[index - 1])) return word;
    const exact = catalogue.exercises.find(({ id }) => id === word.toLowerCase());
    if (exact === undefined && matchesTestFile(catalogue, word)) return word;
    return examplesOf((exact ?? findExercise(io, catalogue, word)).exerciseDir);
  });
}

/** The same, but every exercise's examples, and nothing else, when none is named. */
export function exampleFilters(io: Io, catalogue: Catalogue, args: readonly string[]): string[] {
  const isNamed = args.some((word, index) => isFilter(word, args[index - 1]));
  const all = isNamed ? [] : [examplesOf(path.join(catalogue.root, 'exercises'))];
  return [...vitestFilters(io, catalogue, args), ...all];
}
