/**
 * `npm run attack [words…] [-- --quick] [--isolation process]`: hands in every attack of the corpus, and the controls, in
 * each isolation that works here. Words choose the attacks whose id contains one of them.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../course/catalogue.ts';
import { type Attack, loadCorpus } from './attack-corpus.ts';
import type { AttackResult } from './attack-run.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean' }, isolation: { type: 'string' } },
});

const SLOW = /^(exhaustion|compiler)\/|swapped|end-of-the-stack|too-many-spans|nobody-can-pause/;

/** A few of every group that are done quickly, most of them such as have broken the grader before. For `npm run ok`. */
function isQuick({ id }: Attack, i: number): boolean {
  const oneOf = id.startsWith('fresh/') ? 2 : 6;
  return !SLOW.test(id) && i % oneOf === 0;
}

const known = loadCatalogue().exercises.map(({ id }) => id);
const chosen = loadCorpus()
  .filter(({ exercise }) => known.includes(exercise))
  .filter(({ id }) => positionals.length === 0 || positionals.some((word) => id.includes(word)))
  .filter((attack, i) => !values.quick || isQuick(attack, i));

function row({ isolation, id, mechanism, expected, got, ms, problems }: AttackResult): string {
  const cell = (text: string, width: number): string => text.slice(0, width).padEnd(width);
  const mark = problems.length === 0 ? 'ok' : `NOT OK: ${problems.join('; ')}`;
  return `${cell(isolation, 10)} ${cell(id, 42)} ${cell(mechanism, 56)} ${cell(expected, 13)} ${cell(got, 30)} ${String(Math.round(ms)).padStart(6)} ${mark}`;
}

async function runIn(isolation: string, onResult: (result: AttackResult) => void): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      '--no-warnings',
      path.join(import.meta.dirname, 'attack-run.ts'),
      ...chosen.map(({ id }) => id),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, COURSE_ISOLATION: isolation } },
  );
  for await (const line of createInterface({ input: child.stdout })) onResult(JSON.parse(line));
  return await new Promise((done) => child.once('close', (code) => done(code ?? 1)));
}

const results: AttackResult[] = [];
let broken = 0;
const isolations = values.isolation
  ? [values.isolation]
  : values.quick
    ? ['bubblewrap']
    : ['bubblewrap', 'process'];
for (const wanted of isolations) {
  // Where bubblewrap does not work, both are the same.
  if (wanted === 'process' && results.some(({ isolation }) => isolation === 'process')) break;
  const code = await runIn(wanted, (result) => {
    results.push(result);
    console.log(row(result));
  });
  if (code !== 0) broken += 1;
}
const failed = results.filter(({ problems }) => problems.length > 0).length + broken;
console.log(`${results.length - failed + broken} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
