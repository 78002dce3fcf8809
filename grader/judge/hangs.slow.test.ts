import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import type { Verdict } from '../verdict.ts';
import type { Limits } from './host/vital-signs.ts';
import { judge } from './judge.ts';
import { childProcesses, FIXTURES, probe, submitFixture } from './test-submission.ts';

// A busy machine takes its time; no test here waits for so long.
vi.setConfig({ testTimeout: 120_000 });

/** A line that ends in this may be the one that a verdict names. */
const MARK = '// <- hangs';

/** Waiting longer would only prove the same thing later. */
const LIMITS = { silentCpuMs: 150, checkCpuMs: 300 };

const names = (kind: string): string[] => readdirSync(path.join(FIXTURES, kind)).sort();
const fixtures = (kind: string) => names(kind).map((name) => `${kind}/${name}`);
const textOf = (fixture: string): string => readFileSync(path.join(FIXTURES, fixture), 'utf8');

async function judgeFixture(fixture: string, limits: Partial<Limits> = LIMITS): Promise<Verdict> {
  const { verdicts } = await judge(submitFixture(fixture), [probe], { limits });
  return verdicts[0] as Verdict;
}

/** Whatever happened in `work()`, the checks before and after it have been judged. */
function expectPartialPoints(verdict: Verdict, kind: string): string {
  expect(verdict).toMatchObject({ status: 'failed', score: 2, maxScore: 4 });
  expect(verdict.checks.map(({ status }) => status)).toEqual(['passed', 'failed', 'passed']);
  const work = verdict.checks[1];
  expect(work?.kind).toBe(kind);
  return work?.message ?? '';
}

function expectMarkedLine(message: string, fixture: string): void {
  const marked = textOf(fixture)
    .split('\n')
    .flatMap((text, i) => (text.endsWith(MARK) ? [{ line: i + 1, text: text.trim() }] : []));
  const named = marked.filter(({ line }) => new RegExp(`probe\\.ts:${line}\\b`).test(message));
  expect(named, message).not.toEqual([]);
  expect(named.some(({ text }) => message.includes(text))).toBe(true);
}

afterEach(() => expect(childProcesses()).toEqual([]));

const LOADING = 'blocked/loop-while-loading.ts';

test.each(fixtures('blocked').filter((name) => name !== LOADING))('%s', async (fixture) => {
  const message = expectPartialPoints(await judgeFixture(fixture), 'blocked');
  const [, says = ''] = /^\/\/ says: (.*)/.exec(textOf(fixture)) ?? [];
  expectMarkedLine(message, fixture);
  expect(message).toMatch(new RegExp(says));
});

test(LOADING, async () => {
  const verdict = await judgeFixture(LOADING);
  expect(verdict).toMatchObject({ status: 'failed', score: 0, maxScore: 4 });
  for (const { status, kind, message = '' } of verdict.checks) {
    expect({ status, kind }).toEqual({ status: 'failed', kind: 'blocked' });
    expectMarkedLine(message, LOADING);
  }
  expect(verdict.outcome?.message).toContain('the only thread there is');
});

test.each([...fixtures('livelock'), ...fixtures('deadlock')])('%s', async (fixture) => {
  // They are found by their number of events, which takes a slow machine longer.
  const message = expectPartialPoints(await judgeFixture(fixture, {}), path.dirname(fixture));
  expectMarkedLine(message, fixture);
});

test.each(fixtures('memory'))('%s', async (fixture) => {
  const verdict = await judgeFixture(fixture, {});
  const message = expectPartialPoints(verdict, 'memory');
  expect(message).toMatch(/more memory than it may .*grows for ever/);
  expect(verdict.outcome).toMatchObject({ kind: 'memory', file: 'probe.ts' });
  if (verdict.outcome?.line) expectMarkedLine(message, fixture);
});

test('output/console-flood.ts', async () => {
  const message = expectPartialPoints(await judgeFixture('output/console-flood.ts'), 'output');
  expect(message).toContain('more than 1 million characters');
});

test('time/work-that-goes-on.ts', async () => {
  const verdict = await judgeFixture('time/work-that-goes-on.ts');
  expect(expectPartialPoints(verdict, 'time')).toContain('an answer needs milliseconds');
  expect(verdict.outcome?.kind).toBe('time');
});
