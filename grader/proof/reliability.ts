/**
 * `npm run reliability [rounds]`: judges the reference solutions again and again while every core is kept busy. Each round
 * has fresh random inputs; a verdict that is not "passed with every point" is a fault of the course.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { loadCatalogue } from '../course/catalogue.ts';
import { atEnd } from '../judge/host/at-end.ts';
import { judge } from '../judge/judge.ts';
import type { Verdict } from '../verdict.ts';

/** Keeps as many cores busy as there are until the returned function is called. */
function spin(): () => Promise<unknown> {
  const spinners = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  );
  const kill = (): void => {
    for (const spinner of spinners) spinner.kill('SIGKILL');
  };
  const forget = atEnd(kill);
  return async () => {
    const ends = spinners.map((spinner) => once(spinner, 'close'));
    kill();
    forget();
    await Promise.all(ends);
  };
}

interface Rounds {
  rounds: number;
  /** What was not passed, in words. */
  differences: string[];
  /** Real ms of each round. */
  durations: number[];
}

function difference({ id, status, score, maxScore, checks, outcome }: Verdict): string[] {
  if (status === 'passed' && score === maxScore) return [];
  const failed = checks.filter((check) => check.status !== 'passed');
  const why = failed.map((check) => `${check.title}: ${check.message} (${check.replay})`);
  return [`${id} ${status} ${score}/${maxScore} ${outcome?.message ?? ''} ${why.join('; ')}`];
}

/** Judges the solutions `rounds` times under load. */
async function judgeUnderLoad(rounds: number, onRound: (round: number) => void): Promise<Rounds> {
  const { root, exercises } = loadCatalogue();
  const result: Rounds = { rounds, differences: [], durations: [] };
  const stop = spin();
  try {
    for (let round = 1; round <= rounds; round++) {
      const start = performance.now();
      const { verdicts } = await judge(path.join(root, 'solutions'), exercises);
      result.durations.push(performance.now() - start);
      result.differences.push(...verdicts.flatMap(difference));
      onRound(round);
    }
  } finally {
    await stop();
  }
  return result;
}

const rounds = Number(process.argv[2] ?? 200);
const { differences, durations } = await judgeUnderLoad(rounds, (round) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${round} of ${rounds} `);
});
const sorted = durations.sort((a, b) => a - b);
const at = (part: number): string =>
  (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(0);
console.log(`${rounds} rounds with every core busy: ${differences.length} different verdicts`);
console.log(`one round: median ${at(0.5)} ms, slowest ${at(1)} ms`);
for (const line of differences) console.log(`  ${line}`);
process.exitCode = differences.length === 0 ? 0 : 1;
