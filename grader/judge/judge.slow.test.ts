import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type Exercise, loadCatalogue } from '../course/catalogue.ts';
import type { Verdict } from '../verdict.ts';
import { MAX_SOURCE_BYTES } from './host/intake.ts';
import { type JudgeOptions, judge } from './judge.ts';
import {
  childProcesses,
  fixtureExercise,
  probe,
  submit,
  submitFixture,
  temporaryCourse,
} from './test-submission.ts';

// A busy machine takes its time; no test here waits for so long.
vi.setConfig({ testTimeout: 120_000 });

/** An exercise of which one check breaks and another one does not exist. */
const broken = fixtureExercise('broken');

async function verdictOf(dir: string, options?: JudgeOptions): Promise<Verdict> {
  const { verdicts } = await judge(dir, [probe], options);
  return verdicts[0] as Verdict;
}

const ordinary = (): string => submitFixture('passed/ordinary.ts');

/** Work that hangs; the rest is as it should be. */
const HANGS = `
  export const answer = () => 42;
  export const work = async () => { for (;;); };
  export const rest = (step) => step();`;
const QUICK = { silentCpuMs: 150 };

afterEach(() => expect(childProcesses()).toEqual([]));

test.each(['ordinary', 'odd-but-legal'])('%s code passes', async (name) => {
  const dir = submitFixture(`passed/${name}.ts`);
  expect(await verdictOf(dir)).toEqual({
    ...{ id: 'probe', status: 'passed', score: 4, maxScore: 4 },
    checks: [
      expect.objectContaining({ title: 'answer() is 42', status: 'passed', weight: 1 }),
      expect.objectContaining({ status: 'passed', weight: 2 }),
      expect.objectContaining({ status: 'passed', weight: 1 }),
    ],
  });
});

test('a stub is not started, whatever it does with the error of todo()', async () => {
  const verdict = await verdictOf(submitFixture('not-started/stub.ts'));
  expect(verdict).toMatchObject({ status: 'not-started', score: 0, maxScore: 4 });
  expect(verdict).not.toHaveProperty('outcome');
});

test('types do not decide a verdict', async () => {
  const source = `
    import type { Nothing } from 'nowhere';
    export const answer = (): string => 42 as any as Nothing;
    export async function work(step: number): boolean { return (await step()) * 2 }
    export const rest: Undeclared = (step: unknown) => step();`;
  expect(await verdictOf(submit(source))).toMatchObject({ status: 'passed', score: 4 });
});

test.each<[string, string, object]>([
  ['no valid TypeScript', 'const a = 1;\nexport const b = ;', { kind: 'syntax', line: 2 }],
  ['an import', "\n\nimport { x } from 'node:fs'; x();", { kind: 'rejected-file', line: 3 }],
  ['an empty file', '', { kind: 'missing-file' }],
  ['a file that is too large', ' '.repeat(MAX_SOURCE_BYTES + 1), { kind: 'rejected-file' }],
  ['too many brackets', '['.repeat(10_000), { kind: 'rejected-file' }],
  ['too many operators', `export const a = ${'!'.repeat(8_000)}1`, { kind: 'rejected-file' }],
])('%s is an error of the file, and no check runs', async (_, source, outcome) => {
  const verdict = await verdictOf(submit(source));
  expect(verdict).toMatchObject({ status: 'error', score: 0, maxScore: 4, outcome });
  expect(verdict.checks.every(({ status }) => status === 'not-run')).toBe(true);
});

test('a file that throws while it is loaded, or exports nothing, fails every check', async () => {
  const throwing = await verdictOf(submit("throw new RangeError('no')"));
  expect(throwing).toMatchObject({ status: 'failed', score: 0 });
  expect(throwing.checks[0]?.message).toContain('Your file threw "RangeError: no"');
  const silent = await verdictOf(submit('const answer = () => 42;'));
  expect(silent.checks[0]?.message).toContain('exports no function `answer`');
});

test('an error of the learner is shown with its line, whatever stands around it', async () => {
  const lines = [
    '// 你好 😀 import(x)',
    'enum Kind { "😀" }',
    'export const answer = (): number => 42;',
    'export async function rest(step: () => Promise<number>) {',
    "  /* 😀😀 */ const 名字 = Kind['😀']; throw new TypeError('名字 ' + 名字);",
    '}',
  ];
  for (const end of ['\n', '\r\n']) {
    const { message } = (await verdictOf(submit(`\uFEFF${lines.join(end)}`))).checks[2] ?? {};
    expect(message).toContain('TypeError: 名字 0');
    expect(message).toContain(`probe.ts:5  ${lines[4]?.trim()}`);
  }
});

test('verdicts come in order, and a hang keeps nothing else from being judged', async () => {
  const dir = submit(HANGS, [probe, broken]);
  const seen: string[] = [];
  const { verdicts } = await judge(dir, [probe, broken, probe], {
    onVerdict: ({ id, score }) => seen.push(`${id} ${score}`),
    limits: QUICK,
  });
  expect(seen).toEqual(['probe 2', 'broken 5', 'probe 2']);
  expect(verdicts.map(({ id }) => id)).toEqual(['probe', 'broken', 'probe']);
  expect(await verdictOf(ordinary())).toMatchObject({ status: 'passed' });
});

test('a replay token repeats a failure exactly', async () => {
  const twice = submit('export const rest = async (step) => { await step(); await step(); };');
  const first = (await verdictOf(twice)).checks[2];
  const { replay = '' } = first ?? {};
  expect(first).toMatchObject({ status: 'failed', kind: 'toFinishAt:late' });
  expect((await verdictOf(twice, { replay })).checks[2]).toEqual(first);
  await expect(verdictOf(twice, { replay: 'yesterday' })).rejects.toThrow(RangeError);
});

test('a replay token repeats the schedule of an exploration', async () => {
  const overlap = loadCatalogue().exercises.find(({ id }) => id === 'overlap') as Exercise;
  const file = path.join(overlap.hiddenDir, 'misconceptions/push-when-done.ts');
  const dir = submit(readFileSync(file, 'utf8'), [overlap]);
  const explored = (verdict: Verdict | undefined) =>
    verdict?.checks.find(({ replay }) => replay && replay.split(':').length > 2);
  const first = explored((await judge(dir, [overlap])).verdicts[0]);
  const again = await judge(dir, [overlap], { replay: first?.replay ?? '' });
  const repeated = again.verdicts[0]?.checks.find(({ id }) => id === first?.id);
  expect(repeated).toMatchObject({ timeline: first?.timeline, replay: first?.replay });
});

test('an aborted signal stops the judge, also in the middle of a hang', async () => {
  const reason = new Error('enough');
  await expect(judge(ordinary(), [probe], { signal: AbortSignal.abort(reason) })).rejects.toBe(
    reason,
  );

  const controller = new AbortController();
  const dir = submit(HANGS, [probe, broken]);
  const judging = judge(dir, [broken, probe], {
    signal: controller.signal,
    onVerdict: () => controller.abort(reason),
  });
  await expect(judging).rejects.toBe(reason);
});

test('a check that breaks is the fault of the grader and costs no points', async () => {
  const dir = submit(readFileSync(path.join(ordinary(), probe.folder, 'probe.ts'), 'utf8'), [
    broken,
  ]);
  // With the other one, for which there is nothing, because there is a guest for both.
  const { verdicts } = await judge(dir, [broken, probe]);
  expect(verdicts[0]).toMatchObject({ status: 'error', score: 5, maxScore: 5 });
  expect(verdicts[0]?.outcome).toMatchObject({
    kind: 'internal',
    message: expect.stringContaining('not your fault'),
  });
  expect(verdicts[0]?.checks.map(({ status, kind }) => kind ?? status)).toEqual([
    ...['passed', 'internal', 'internal', 'passed'],
  ]);
});

test('a guest that cannot be built or started is the fault of the grader', async () => {
  const lost = fixtureExercise('no-such-exercise');
  const checks = await judge(submit('x', [lost]), [{ ...lost, hiddenDir: probe.hiddenDir }]);
  expect(checks.verdicts[0]).toMatchObject({
    status: 'error',
    maxScore: 0,
    outcome: { kind: 'internal' },
  });

  const root = temporaryCourse();
  expect(await verdictOf(ordinary(), { root })).toMatchObject({ status: 'passed' });
  const [bundle = ''] = readdirSync(path.join(root, '.course'));
  writeFileSync(path.join(root, '.course', bundle, 'guest.blob'), 'broken');
  const verdict = await verdictOf(ordinary(), { root });
  expect(verdict).toMatchObject({ status: 'error', score: 0, maxScore: 0 });
  expect(verdict.outcome).toMatchObject({
    kind: 'internal',
    message: expect.stringContaining('not a Node.js snapshot'),
  });
});
