import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheckVerdict, MatchedMisconception, Verdict } from '../verdict.ts';
import type { Bilingual, ExercisePlace, Language } from './catalogue.ts';

/** One check as the catalogue of checks lists it. */
export interface ListedCheck {
  id: string;
  title: string;
  weight: number;
}

/** A wrong answer that the proof has run, with the way in which it fails. */
export interface ListedMisconception {
  id: string;
  belief: Bilingual;
  refutation: Bilingual;
  /** The section that explains it. */
  read: string;
  signature: string;
}

/** What `checks.json` holds; generated, never written by hand. */
export interface Checks {
  checks: ListedCheck[];
  misconceptions: ListedMisconception[];
}

function checksFile(exercise: ExercisePlace): string {
  return path.join(exercise.hiddenDir, 'checks.json');
}

/** Reads the exercise's list of checks and misconceptions; throws when it is missing or no JSON. */
export function loadChecks(exercise: ExercisePlace): Checks {
  const file = checksFile(exercise);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Checks;
  } catch (error) {
    throw new Error(`Cannot read "${file}": ${(error as Error).message}`);
  }
}

/** Describes how a submission fails, as far as a misconception is recognised by it. */
export function signatureOf(checks: readonly CheckVerdict[]): string {
  return checks
    .filter((check) => check.status === 'failed')
    .map((check) => `${check.id}:${check.kind ?? ''}`)
    .join('|');
}

/** Finds the misconception that fails in exactly the way this verdict does. */
export function matchMisconception(
  exercise: ExercisePlace,
  verdict: Verdict,
  language: Language,
): MatchedMisconception | undefined {
  if (verdict.status !== 'failed' || !existsSync(checksFile(exercise))) return undefined;
  const signature = signatureOf(verdict.checks);
  const found = loadChecks(exercise).misconceptions.find((known) => known.signature === signature);
  if (found === undefined || signature === '') return undefined;
  const { id, belief, refutation, read } = found;
  return { id, belief: belief[language], refutation: refutation[language], read };
}
