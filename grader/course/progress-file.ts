import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Catalogue } from './catalogue.ts';
import type { ExerciseProgress, Progress } from './progress.ts';

/** Told where a file went that could not be read. */
export type OnBroken = (keptAs: string) => void;

function progressFile(catalogue: Catalogue): string {
  return path.join(catalogue.root, 'progress.json');
}

function isExerciseProgress(value: unknown): value is ExerciseProgress {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<ExerciseProgress>;
  const counts = [entry.attempts, entry.bestScore, entry.maxScore, entry.hintsSeen];
  return typeof entry.status === 'string' && counts.every(Number.isFinite);
}

/** Keeps what is valid; an entry that the course does not know is nobody's mistake. */
function parse(text: string, catalogue: Catalogue): { progress: Progress; isBroken: boolean } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { progress: {}, isBroken: true };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { progress: {}, isBroken: true };
  }
  const known = new Set(catalogue.exercises.map(({ id }) => id));
  const entries = Object.entries(value);
  const valid = entries.filter(([slug, entry]) => !known.has(slug) || isExerciseProgress(entry));
  return { progress: Object.fromEntries(valid), isBroken: valid.length < entries.length };
}

function setAside(file: string): string {
  let number = 1;
  const keptAs = () => file.replace(/\.json$/, `.broken-${number}.json`);
  while (existsSync(keptAs())) number++;
  renameSync(file, keptAs());
  return keptAs();
}

/**
 * Reads the learner's progress. A file that is damaged is kept beside it, and what is valid in
 * it is used.
 */
export function loadProgress(catalogue: Catalogue, onBroken: OnBroken = () => {}): Progress {
  const file = progressFile(catalogue);
  if (!existsSync(file)) return {};
  const { progress, isBroken } = parse(
    readFileSync(file, 'utf8').replace(/^\ufeff/, ''),
    catalogue,
  );
  if (isBroken) {
    onBroken(setAside(file));
    if (Object.keys(progress).length > 0) saveProgress(catalogue, progress);
  }
  return progress;
}

/**
 * Writes the progress in course order; a reader sees the old file or the new one, never half of
 * it.
 */
export function saveProgress(catalogue: Catalogue, progress: Progress): void {
  const known = catalogue.exercises
    .map(({ id }) => id)
    .filter((slug) => Object.hasOwn(progress, slug));
  const unknown = Object.keys(progress).filter((slug) => !known.includes(slug));
  const sorted = Object.fromEntries([...known, ...unknown].map((slug) => [slug, progress[slug]]));
  const scratch = path.join(catalogue.root, '.course');
  mkdirSync(scratch, { recursive: true });
  const draft = path.join(scratch, `progress-${process.pid}.json`);
  writeFileSync(draft, `${JSON.stringify(sorted, null, 2)}\n`);
  renameSync(draft, progressFile(catalogue));
}
