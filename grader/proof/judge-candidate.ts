import { readFileSync } from 'node:fs';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { ListedCheck } from '../course/misconception.ts';
import { signatureOf } from '../course/misconception.ts';
import { guestBundle } from '../judge/host/bundle.ts';
import { Child, DEFAULT_LIMITS } from '../judge/host/child.ts';
import { compile } from '../judge/host/compile.ts';
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

function readFile(exercise: Exercise, file: string): Omit<GuestExercise, 'checks' | 'token'> {
  const source = readFileSync(file, 'utf8');
  const compiled = compile(source, `${exercise.id}.ts`);
  if ('outcome' in compiled) throw new Error(`${file}: ${compiled.outcome.message}`);
  return { slug: exercise.id, file: `${exercise.id}.ts`, ...compiled, source };
}

/**
 * Runs checks on files of the course's own, once for every seed: all in one guest, because its start costs more than most
 * runs do. Returns what each file showed.
 *
 * @throws when the guest does not come to its end, with what it was doing
 */
export async function judgeCandidates(
  exercise: Exercise,
  files: readonly string[],
  checks: readonly string[],
  seeds: readonly number[],
  budget: Budget = SHORT_BUDGET,
): Promise<Map<string, SeedResult[]>> {
  const { root, exercises } = loadCatalogue();
  const runs = files.flatMap((file) => {
    const guest = { ...readFile(exercise, file), checks: [...checks] };
    return seeds.map((seed) => ({ file, seed, guest: { ...guest, token: { seed } } }));
  });
  const all: GuestResult[] = [];
  const { end, current, stderr } = await new Child({
    bundle: await guestBundle(root, exercises),
    watch: false,
    limits: { ...DEFAULT_LIMITS, messages: 64 * 1024 * 1024 },
    budget,
    onResult: ({ result }) => all.push(result),
  }).run(runs.map(({ guest }) => guest));
  if (end !== 'done') {
    const file = runs[Math.floor(all.length / checks.length)]?.file;
    throw new Error(`${file}: ${end} during "${current?.check}" ${stderr}`);
  }
  const results = runs.map(({ file, seed }, i) => ({
    file,
    seed,
    results: checks.map((check, j) => ({
      check,
      result: all[i * checks.length + j] as GuestResult,
    })),
  }));
  return Map.groupBy(results, ({ file }) => file);
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
