import { readFileSync } from 'node:fs';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { ListedCheck } from '../course/misconception.ts';
import { signatureOf } from '../course/misconception.ts';
import { guestBundle } from '../judge/host/build-bundle.ts';
import { Child } from '../judge/host/child.ts';
import { compile } from '../judge/host/compile.ts';
import { DEFAULT_LIMITS } from '../judge/host/vital-signs.ts';
import type { GuestExercise, GuestResult } from '../judge/protocol.ts';
import { type Budget, DEFAULT_BUDGET, SHORT_BUDGET } from '../lab/explore/strategies.ts';
import type { CheckVerdict } from '../verdict.ts';

/** For wrong answers, which end most checks early: some are found only by the hundredth random case. */
export const SIGNATURE_BUDGET: Budget = { ...SHORT_BUDGET, cases: DEFAULT_BUDGET.cases };

/** What one seed showed. */
export interface SeedResult {
  seed: number;
  results: { check: string; result: GuestResult }[];
}

type CompiledFile = Omit<GuestExercise, 'checks' | 'token'>;

const compiledFiles = new Map<string, CompiledFile>();

function readFile(exercise: Exercise, file: string): CompiledFile {
  const known = compiledFiles.get(file);
  if (known) return known;
  const source = readFileSync(file, 'utf8');
  const compiled = compile(source, `${exercise.id}.ts`);
  if ('outcome' in compiled) throw new Error(`${file}: ${compiled.outcome.message}`);
  const read = { slug: exercise.id, file: `${exercise.id}.ts`, ...compiled, source };
  compiledFiles.set(file, read);
  return read;
}

interface Run {
  file: string;
  checks: string[];
  seed: number;
}

/**
 * All in one guest, because its start costs more than most runs do.
 *
 * @throws when the guest does not come to its end, with what it was doing
 */
async function judgeRuns(
  exercise: Exercise,
  runs: readonly Run[],
  budget: Budget,
): Promise<(Run & { results: GuestResult[] })[]> {
  if (runs.length === 0) return [];
  const { root, exercises } = loadCatalogue();
  const all: GuestResult[] = [];
  const { end, current, stderr } = await new Child({
    bundle: await guestBundle(root, exercises),
    watch: false,
    limits: { ...DEFAULT_LIMITS, messages: 64 * 1024 * 1024 },
  }).run({
    budget,
    onResult: ({ result }) => all.push(result),
    exercises: runs.map(({ file, checks, seed }) => ({
      ...readFile(exercise, file),
      checks,
      token: { seed },
    })),
  });
  let done = 0;
  return runs.map((run) => {
    const results = all.slice(done, done + run.checks.length);
    done += run.checks.length;
    if (results.length < run.checks.length) {
      throw new Error(`${run.file}: ${end} during "${current?.check}" ${stderr}`);
    }
    return { ...run, results };
  });
}

/**
 * Runs checks on files of the course's own with every seed, and returns what each file showed. What has asked for no
 * randomness with the first seed is not run again: it is the same with all.
 *
 * @throws when a guest does not come to its end, with what it was doing
 */
export async function judgeCandidates(
  exercise: Exercise,
  files: readonly string[],
  checks: readonly string[],
  seeds: readonly number[],
  budget: Budget = SHORT_BUDGET,
): Promise<Map<string, SeedResult[]>> {
  const [seed = 0, ...others] = seeds;
  const once = files.map((file): Run => ({ file, checks: [...checks], seed }));
  const first = await judgeRuns(exercise, once, budget);
  const again = first.flatMap(({ file, results }) => {
    const varying = checks.filter((_, i) => results[i]?.seeded);
    return others.map((other): Run => ({ file, checks: varying, seed: other }));
  });
  const later = await judgeRuns(exercise, again, budget);
  const firstOf = new Map(first.map(({ file, results }) => [file, results]));
  const seedResults = [...first, ...later].map((run) => ({
    file: run.file,
    seed: run.seed,
    results: checks.map((check, i) => {
      const varied = run.results[run.checks.indexOf(check)];
      return { check, result: varied ?? (firstOf.get(run.file)?.[i] as GuestResult) };
    }),
  }));
  return Map.groupBy(seedResults, ({ file }) => file);
}

/** How a candidate fails with one seed, as the catalogue of misconceptions writes it. */
export function signatureOfSeed(checks: readonly ListedCheck[], { results }: SeedResult): string {
  return signatureOf(
    checks.map((listed, i): CheckVerdict => {
      const { status, kind } = (results[i] as SeedResult['results'][number]).result;
      const failed = status === 'failed' || status === 'internal';
      return { ...listed, status: failed ? 'failed' : 'passed', ...(kind ? { kind } : {}) };
    }),
  );
}
