/**
 * Writes each exercise's `checks.json`: the list of its checks, and how each misconception fails. Run by `npm run fix`;
 * the proof compares.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { candidatesOf } from '../course/candidates.ts';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { Checks, ListedMisconception } from '../course/misconception.ts';
import { judgeCandidate, signatureOfSeed } from './judge-candidate.ts';
import { listChecks } from './list-checks.ts';

const SEEDS = [1, 2, 3];

type Header = { misconception: Omit<ListedMisconception, 'id' | 'signature'> };

async function describe(exercise: Exercise): Promise<Checks> {
  const checks = await listChecks(exercise);
  const ids = checks.map(({ id }) => id);
  const misconceptions: ListedMisconception[] = [];
  for (const { kind, file } of candidatesOf(exercise)) {
    if (kind !== 'misconception') continue;
    const { misconception } = (await import(file)) as Header;
    const seeds = await judgeCandidate(exercise, file, ids, SEEDS);
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
for (const exercise of loadCatalogue().exercises) {
  if (only.length > 0 && !only.includes(exercise.id)) continue;
  const file = path.join(exercise.hiddenDir, 'checks.json');
  writeFileSync(file, `${JSON.stringify(await describe(exercise), null, 2)}\n`);
  console.log(`wrote ${path.relative(process.cwd(), file)}`);
}
