import { test } from 'vitest';
import type { Budget } from '../lab/explore/strategies.ts';
import { type Check, runCheck } from './check.ts';
import { createProcessWorld } from './process-world.ts';

interface Registration {
  load: () => unknown;
  isLearners: (file: string) => boolean;
  /** Whether the failure is headed by its kind, which says something to authors only. */
  named: boolean;
  /** How long explorations may search, if not as long as they do in the judge. */
  budget?: Budget;
}

/** Runs one check as a vitest test; its failure is the sentence with the timeline, its stub is skipped. */
export function registerTest(check: Check, registration: Registration): void {
  const { load, isLearners, named, budget } = registration;
  const { world, inside } = createProcessWorld(isLearners);
  const host = { world, load, ...(budget ? { budget } : {}) };
  test(check.title, async ({ skip }) => {
    const seed = Number(process.env.COURSE_SEED ?? Date.now()) >>> 0;
    const result = await inside(() => runCheck(check, host, { seed }));
    if (result.status === 'not-started') skip('not started');
    if (result.status === 'passed') return;
    const error = new Error([result.message, result.timeline].filter(Boolean).join('\n\n'));
    error.name = named ? (result.kind ?? 'failed') : 'Not yet';
    error.stack = '';
    throw error;
  });
}
