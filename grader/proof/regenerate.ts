/**
 * Writes each exercise's `checks.json`: the list of its checks, and how each misconception fails. Run by `npm run fix`;
 * the proof compares.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { candidatesOf } from '../course/candidates.ts';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { Checks, ListedMisconception } from '../course/misconception.ts';
import { judgeCandidates, SIGNATURE_BUDGET, signatureOfSeed } from './judge-candidate.ts';
import { listChecks } from './list-checks.ts';

const { exercises } = loadCatalogue();
const declared = await listChecks(exercises);
const SEEDS = Array.from({ length: 16 }, (_, i) => i + 1);

type Header = { misconception: Omit<ListedMisconception, 'id' | 'signature'> };

async function describe(exercise: Exercise): Promise<Checks> {
  const checks = declared.get(exercise.id) ?? [];
  const ids = checks.map(({ id }) => id);
  const misconceptions: ListedMisconception[] = [];
  const judgeAll = (files: string[]) =>
    judgeCandidates(exercise, files, ids, SEEDS, SIGNATURE_BUDGET);
  const files = candidatesOf(exercise)
    .filter(({ kind }) => kind === 'misconception')
    .map(({ file }) => file);
  for (const [file, seeds] of await judgeAll(files)) {
    const { misconception } = (await import(file)) as Header;
    const signatures = new Set(seeds.map((seed) => signatureOfSeed(checks, seed)));
    if (signatures.size > 1) {
      console.error(
        `${file} fails differently from seed to seed:\n  ${[...signatures].join('\n  ')}`,
      );
    }
    const [signature = ''] = signatures;
    misconceptions.push({ id: path.basename(file, '.ts'), ...misconception, signature });
  }
  return { checks, misconceptions };
}

const only = process.argv.slice(2);
for (const exercise of exercises) {
  if (only.length > 0 && !only.includes(exercise.id)) continue;
  const file = path.join(exercise.hiddenDir, 'checks.json');
  writeFileSync(file, `${JSON.stringify(await describe(exercise), null, 2)}\n`);
  console.log(`wrote ${path.relative(process.cwd(), file)}`);
}
