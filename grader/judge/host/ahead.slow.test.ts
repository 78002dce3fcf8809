import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Exercise, loadPlaces } from '../../course/catalogue.ts';
import type { Verdict } from '../../verdict.ts';
import { type JudgeOptions, judge } from '../judge.ts';
import { childProcesses, FIXTURES, probe, submit, temporaryFolder } from '../test-submission.ts';
import { askAhead, takeAhead } from './ahead.ts';
import { guestBundle } from './build-bundle.ts';
import { bundleIn, latestBundle } from './bundle.ts';
import { startSpare, takeSpare } from './spare.ts';

/** A course of one exercise, with its guest. */
const root = temporaryFolder(afterAll);
const dir = path.join(root, 'exercises');
const answer = path.join(dir, 'fixtures/probe/probe.ts');
let exercise: Exercise;

beforeAll(async () => {
  mkdirSync(path.join(dir, 'fixtures/probe'), { recursive: true });
  const sections = [{ id: 'fixtures', title: '', titleZh: '', exercises: ['probe'] }];
  writeFileSync(path.join(dir, 'course.json'), JSON.stringify({ course: 'One', sections }));
  mkdirSync(path.join(root, 'grader/hidden'), { recursive: true });
  symlinkSync(FIXTURES, path.join(root, 'grader/hidden/fixtures'));
  exercise = { ...probe, ...loadPlaces(root)[0] };
  await guestBundle(root, [exercise]);
});

beforeEach(() => cpSync(path.join(FIXTURES, 'passed/ordinary.ts'), answer));

afterEach(async () => {
  await vi.waitFor(() => expect(childProcesses()).toEqual([]), 5_000);
  // Nothing is left for the next test.
  takeAhead(dir, []);
});

async function verdictOf(where: string, options: JudgeOptions = {}): Promise<Verdict> {
  const { verdicts } = await judge(where, [exercise], { root, ...options });
  return verdicts[0] as Verdict;
}

test('what has been asked ahead is what is judged', async () => {
  startSpare(root);
  await askAhead(['probe', '--json'], root);
  rmSync(answer);
  expect(await verdictOf(dir)).toMatchObject({ status: 'passed', score: 4 });
  expect(await verdictOf(dir)).toMatchObject({ outcome: { kind: 'missing-file' } });
});

test('the guest that was started has been asked', async () => {
  startSpare(root);
  await askAhead(['probe'], root);
  const spare = takeSpare(await guestBundle(root, [exercise]), true);
  expect(spare).toMatchObject({ isAsked: true });
  spare?.guest.kill();
});

test('what cannot be compiled is told as always', async () => {
  writeFileSync(answer, 'export const = 1;');
  startSpare(root);
  await askAhead(['probe'], root);
  expect(await verdictOf(dir)).toMatchObject({ outcome: { kind: 'syntax', line: 1 } });
});

test('who wants something else gets that', async () => {
  const elsewhere = submit('export const answer = () => 41;', [exercise]);
  startSpare(root);
  await askAhead(['probe'], root);
  expect(await verdictOf(elsewhere)).toMatchObject({ status: 'failed', score: 0 });
  startSpare(root);
  await askAhead(['probe'], root);
  rmSync(answer);
  expect(await verdictOf(dir, { replay: 'lab1:9ix' })).toMatchObject({ status: 'error' });
});

test.each([
  [[]],
  [['--help']],
  [['nobody']],
  [['probe', 'probe']],
  [['probe', '--dir', 'there']],
  [['--replay', 'lab1:9ix', 'probe']],
])('nothing is asked ahead for the arguments %j', async (args) => {
  startSpare(root);
  await askAhead(args, root);
  expect(takeAhead(dir, [exercise])).toBeUndefined();
  const spare = takeSpare(await guestBundle(root, [exercise]), false);
  expect(spare).toMatchObject({ isAsked: false });
  spare?.guest.kill();
});

test('the guest that was used last is the one that is started', async () => {
  const other = path.join(root, '.course/guest-0123456789abcdef');
  mkdirSync(other);
  expect(latestBundle(root)).toEqual(bundleIn(other));
  const usual = await guestBundle(root, [exercise]);
  expect(latestBundle(root)).toEqual(usual);
});

test('a guest that was started too early, for a course as it was, ends', async () => {
  startSpare(root);
  expect(childProcesses()).toHaveLength(1);
  expect(takeSpare({ snapshot: 'a newer one', watchdog: '' }, true)).toBeUndefined();
});

test('a course without a guest, or without anything, is for the judge to complain of', async () => {
  const empty = temporaryFolder();
  startSpare(empty);
  expect(takeSpare({ snapshot: '', watchdog: '' }, true)).toBeUndefined();
  await expect(askAhead(['probe'], empty)).resolves.toBeUndefined();
});
