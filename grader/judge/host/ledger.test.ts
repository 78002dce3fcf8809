import { expect, test } from 'vitest';
import type { Outcome } from '../../verdict.ts';
import { probe } from '../test-submission.ts';
import { Ledger } from './ledger.ts';

const CHECKS = [
  { id: 'one', title: 'One', weight: 1 },
  { id: 'two', title: 'Two', weight: 2 },
  { id: 'three', title: 'Three', weight: 3 },
];
const GUEST = {
  ...{ slug: 'probe', file: 'probe.ts', code: '', map: '', source: '', checks: [] },
  token: { seed: 1 },
};
const open = (): Ledger => new Ledger(probe, CHECKS, { guest: GUEST });
const outcome = (kind: Outcome['kind'], message: string = kind): Outcome => ({ kind, message });
const passed = { status: 'passed' as const };
const statuses = (ledger: Ledger) => ledger.verdict().checks.map(({ status }) => status);

test('all checks passed: passed, with every point', () => {
  const ledger = open();
  for (const { id } of CHECKS) ledger.record(id, passed);
  expect(ledger.verdict()).toEqual({
    ...{ id: 'probe', status: 'passed', score: 6, maxScore: 6 },
    checks: CHECKS.map((check) => ({ ...check, status: 'passed' })),
  });
  expect(ledger.isClosed).toBe(true);
});

test('what is missing has not passed', () => {
  const ledger = open();
  ledger.record('three', passed);
  expect(ledger.remaining).toEqual(['one', 'two']);
  expect(ledger.isClosed).toBe(false);
  expect(ledger.verdict()).toMatchObject({ status: 'failed', score: 3, maxScore: 6 });
  expect(statuses(ledger)).toEqual(['not-run', 'not-run', 'passed']);
});

test('of two reports on a check the first counts, and a stranger counts nothing', () => {
  const ledger = open();
  ledger.record('one', { status: 'failed', message: 'no', kind: 'k', timeline: 't', replay: 'r' });
  for (const id of ['one', 'four', '__proto__', '']) ledger.record(id, passed);
  ledger.record('four', { status: 'internal' });
  ledger.fail('four', outcome('internal'));
  expect(ledger.verdict()).toMatchObject({ status: 'failed', score: 0, maxScore: 6 });
  expect(ledger.verdict()).not.toHaveProperty('outcome');
  expect(ledger.verdict().checks[0]).toEqual({
    ...{ id: 'one', title: 'One', weight: 1, status: 'failed' },
    ...{ message: 'no', kind: 'k', timeline: 't', replay: 'r' },
  });
});

test('not started is what has reached todo() in every check', () => {
  const ledger = open();
  for (const { id } of CHECKS) ledger.record(id, { status: 'not-started' });
  expect(ledger.verdict()).toMatchObject({ status: 'not-started', score: 0 });
  const begun = open();
  begun.record('one', passed);
  for (const { id } of CHECKS) begun.record(id, { status: 'not-started' });
  expect(begun.verdict()).toMatchObject({ status: 'failed', score: 1 });
});

test('the first outcome is shown, and its words are given to the checks that ended like it', () => {
  const ledger = open();
  ledger.record('one', passed);
  ledger.fail('two', outcome('blocked', 'somewhere'));
  ledger.fail('three', outcome('memory', 'too much'));
  ledger.explain(outcome('blocked', 'in line 7'));
  const verdict = ledger.verdict();
  expect(verdict).toMatchObject({ status: 'failed', score: 1, outcome: { message: 'in line 7' } });
  expect(verdict.checks.map(({ message }) => message)).toEqual([
    undefined,
    'in line 7',
    'too much',
  ]);
});

test('a check that has its own words for the same kind of failure keeps them', () => {
  const ledger = open();
  ledger.record('one', { status: 'failed', kind: 'blocked', message: 'in line 3' });
  ledger.fail('two', outcome('blocked', 'in line 7'));
  expect(ledger.verdict().checks[0]?.message).toBe('in line 3');
});

test('an outcome that does not come again is taken back', () => {
  const ledger = open();
  ledger.fail('one', outcome('blocked'));
  ledger.overrule('one', passed);
  for (const id of ['two', 'three']) ledger.record(id, passed);
  expect(ledger.verdict()).toMatchObject({ status: 'passed', score: 6 });
});

test('a verdict waits for what is still to be found out', async () => {
  const ledger = open();
  for (const { id } of CHECKS) ledger.record(id, passed);
  const late = Promise.withResolvers<void>();
  const waiting = ledger.awaiting(late.promise);
  expect(ledger.isClosed).toBe(false);
  late.resolve();
  await waiting;
  expect(ledger.isClosed).toBe(true);
});

test('an internal error costs no points: its check is not counted', () => {
  const ledger = open();
  ledger.record('one', passed);
  ledger.record('two', { status: 'internal', message: 'x is not a function' });
  expect(ledger.remaining).toEqual(['three']);
  ledger.record('three', { status: 'failed' });
  const verdict = ledger.verdict();
  expect(verdict).toMatchObject({ status: 'error', score: 1, maxScore: 4 });
  expect(verdict.outcome?.message).toMatch(/not your fault.*x is not a function/);
  expect(verdict.checks[1]).toMatchObject({ status: 'not-run', kind: 'internal' });
});

test('a check that breaks is in doubt until a right answer has passed or broken it as well', () => {
  const ledger = open();
  ledger.fail('three', outcome('blocked'));
  for (const id of ['one', 'two']) ledger.record(id, { status: 'internal', message: 'a trap' });
  expect(ledger.isClosed).toBe(false);
  expect(ledger.doubted).toEqual(['one', 'two']);
  ledger.settleDoubts(['one', 'three']);
  expect(ledger.isClosed).toBe(true);
  expect(ledger.verdict()).toMatchObject({ status: 'error', score: 0, maxScore: 4 });
  expect(ledger.verdict().checks[0]).toMatchObject({
    ...{ status: 'failed', kind: 'threw', message: expect.stringContaining('a trap') },
  });

  const sound = open();
  sound.fail('three', outcome('blocked'));
  for (const id of ['one', 'two']) sound.record(id, { status: 'internal' });
  sound.settleDoubts(['one', 'two']);
  expect(sound.verdict()).toMatchObject({
    ...{ status: 'failed', maxScore: 6, outcome: { kind: 'blocked' } },
  });
});

test('an internal error outranks what else went wrong, whichever came first', () => {
  for (const kinds of [['blocked', 'internal'] as const, ['internal', 'blocked'] as const]) {
    const ledger = open();
    for (const [i, kind] of kinds.entries()) ledger.fail(CHECKS[i]?.id ?? '', outcome(kind));
    ledger.explain(outcome('blocked', 'in line 7'));
    expect(ledger.verdict()).toMatchObject({ status: 'error', outcome: { kind: 'internal' } });
  }
});

test('when the grader gives up, what has been judged keeps its points', () => {
  const ledger = open();
  ledger.record('two', passed);
  ledger.giveUp(outcome('internal'));
  expect(ledger.isClosed).toBe(true);
  expect(ledger.verdict()).toMatchObject({ status: 'error', score: 2, maxScore: 2 });
});

test('a file that cannot be judged has no points, unless that is the fault of the grader', () => {
  const rejected = new Ledger(probe, CHECKS, { outcome: outcome('syntax') });
  expect(rejected.isClosed).toBe(true);
  expect(rejected.verdict()).toMatchObject({ status: 'error', score: 0, maxScore: 6 });
  expect(statuses(rejected)).toEqual(['not-run', 'not-run', 'not-run']);
  const broken = new Ledger(probe, CHECKS, { outcome: outcome('internal') });
  expect(broken.verdict()).toMatchObject({ status: 'error', score: 0, maxScore: 0 });
});

test('an exercise without checks cannot be passed', () => {
  const empty = new Ledger(probe, [], { guest: GUEST });
  expect(empty.verdict()).toMatchObject({ status: 'failed', score: 0, maxScore: 0 });
});
