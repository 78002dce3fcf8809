import { readFileSync } from 'node:fs';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { ListedCheck } from '../course/misconception.ts';
import { signatureOf } from '../course/misconception.ts';
import { guestBundle } from '../judge/host/bundle.ts';
import { Child, DEFAULT_LIMITS } from '../judge/host/child.ts';
import { compile } from '../judge/host/compile.ts';
import type { GuestResult } from '../judge/protocol.ts';
import type { Budget } from '../lab/explore/strategies.ts';
import type { CheckVerdict } from '../verdict.ts';

/** Explorations of a proof are short, because it runs them for many seeds. */
export const PROOF_BUDGET: Budget = { exhaustive: 30, durations: 4, pctDepth2: 4, pctDepth3: 2 };

/** What one seed showed. */
export interface SeedResult {
  seed: number;
  results: { check: string; result: GuestResult }[];
}

/**
 * Runs checks on a file of the course's own in one guest, once for every seed.
 *
 * @throws when the guest does not come to its end, with what it was doing
 */
export async function judgeCandidate(
  exercise: Exercise,
  file: string,
  checks: readonly string[],
  seeds: readonly number[],
): Promise<SeedResult[]> {
  const { root, exercises } = loadCatalogue();
  const source = readFileSync(file, 'utf8');
  const compiled = compile(source, `${exercise.id}.ts`);
  if ('outcome' in compiled) throw new Error(`${file}: ${compiled.outcome.message}`);
  const guest = { slug: exercise.id, file: `${exercise.id}.ts`, ...compiled, source };
  const all: GuestResult[] = [];
  const run = await new Child({
    bundle: await guestBundle(root, exercises),
    watch: false,
    limits: { ...DEFAULT_LIMITS, messages: 64 * 1024 * 1024 },
    budget: PROOF_BUDGET,
    onResult: ({ result }) => all.push(result),
  }).run(seeds.map((seed) => ({ ...guest, checks: [...checks], token: { seed } })));
  if (run.end !== 'done') {
    throw new Error(`${file}: ${run.end} during "${run.current?.check}" ${run.stderr}`);
  }
  return seeds.map((seed, i) => ({
    seed,
    results: checks.map((check, j) => ({
      check,
      result: all[i * checks.length + j] as GuestResult,
    })),
  }));
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
