import { describe, expect, test } from 'vitest';
import type { Lab } from './lab.ts';
import {
  LabMatchers,
  expect as labExpect,
  SettledMatchers,
  TraceMatchers,
  ValueMatchers,
} from './matchers.ts';
import { failureOf, testLab } from './test-world.ts';
import { Trace } from './trace.ts';

type Drawn = [name: string, start: number, end?: number];

function drawn(...spans: Drawn[]): Trace {
  const trace = new Trace();
  for (const [name, start, end] of spans) {
    const span = trace.begin(name, 'operation', [], start);
    if (end !== undefined) Object.assign(span, { end, status: 'ok' });
  }
  return trace;
}

const inTurn = drawn(['a', 0, 10], ['b', 10, 20]);
const atOnce = drawn(['a', 0, 10], ['b', 5, 20]);

test('expect() knows what it is asked about', () => {
  const { lab } = testLab();
  expect(labExpect(lab.trace)).toBeInstanceOf(TraceMatchers);
  expect(labExpect(lab)).toBeInstanceOf(LabMatchers);
  expect(labExpect(lab.track(1))).toBeInstanceOf(SettledMatchers);
  for (const other of [1, undefined, null, {}, 'lab']) {
    expect(labExpect(other)).toBeInstanceOf(ValueMatchers);
  }
});

describe('of a trace', () => {
  const passes: Record<string, () => void> = {
    'toFinishAt()': () => labExpect(atOnce).toFinishAt(20),
    'toFinishAt() of nothing': () => labExpect(drawn()).toFinishAt(0),
    'toPeakAt()': () => labExpect(atOnce).toPeakAt(2),
    'toPeakAt() of spans that touch': () => labExpect(inTurn).toPeakAt(1),
    'toOverlap()': () => labExpect(atOnce).toOverlap(['a', 'b']),
    'toOverlap() once of several times': () =>
      labExpect(drawn(['a', 0, 10], ['b', 10, 20], ['a', 15, 30])).toOverlap(['a', 'b']),
    'toOverlap() of one that never ended': () =>
      labExpect(drawn(['a', 0], ['b', 90, 99])).toOverlap(['a', 'b']),
    'toRunInOrder()': () => labExpect(inTurn).toRunInOrder(['a', 'b']),
    'toRunInOrder() of one': () => labExpect(inTurn).toRunInOrder(['b']),
    'toStartAt()': () => labExpect(inTurn).toStartAt('b', 10),
    'toStartAt() several times': () =>
      labExpect(drawn(['a', 0, 1], ['a', 5, 6])).toStartAt('a', [0, 5]),
    'toStartAt() never': () => labExpect(inTurn).toStartAt('c', []),
    'toStartNothingAfter()': () => labExpect(inTurn).toStartNothingAfter(10),
    'toStayResponsive()': () => labExpect(inTurn).toStayResponsive(0),
  };
  test.for(Object.entries(passes))('%s passes', ([, run]) => run());

  const failures: Record<string, [run: () => void, kind: string, sentence: string]> = {
    'toFinishAt() late': [
      () => labExpect(atOnce).toFinishAt(15),
      'toFinishAt:late',
      'It was over at 20 ms, expected at 15 ms.',
    ],
    'toFinishAt() early': [
      () => labExpect(atOnce).toFinishAt(25, 'one more is missing'),
      'toFinishAt:early',
      'It was over at 20 ms, expected at 25 ms: one more is missing.',
    ],
    'toPeakAt() below': [
      () => labExpect(inTurn).toPeakAt(2, 'start both'),
      'toPeakAt:below',
      'At the busiest moment 1 operation ran at once, and 2 can overlap: start both.',
    ],
    'toPeakAt() above': [
      () => labExpect(atOnce).toPeakAt(1),
      'toPeakAt:above',
      'At the busiest moment 2 operations ran at once, and only 1 may.',
    ],
    'toOverlap()': [
      () => labExpect(inTurn).toOverlap(['a', 'b'], 'they do not need each other'),
      'toOverlap',
      '"b" started at 10 ms, when "a" was already over: they do not need each other.',
    ],
    'toOverlap() in turn, several times': [
      () => labExpect(drawn(['a', 0, 10], ['b', 10, 20], ['a', 20, 30])).toOverlap(['a', 'b']),
      'toOverlap',
      'There was no moment at which "a" and "b" were all in flight.',
    ],
    'toOverlap() of one that took no time': [
      () => labExpect(drawn(['a', 0, 10], ['b', 5, 5])).toOverlap(['a', 'b']),
      'toOverlap',
      'There was no moment at which "a" and "b" were all in flight.',
    ],
    'toOverlap() of something that never started': [
      () => labExpect(inTurn).toOverlap(['a', 'c']),
      'missing-operation',
      'Your code never started "c".',
    ],
    'toRunInOrder()': [
      () => labExpect(atOnce).toRunInOrder(['a', 'b']),
      'toRunInOrder',
      '"b" started at 5 ms, but "a" ended at 10 ms.',
    ],
    'toRunInOrder() after what never ended': [
      () => labExpect(drawn(['a', 0], ['b', 90, 99])).toRunInOrder(['a', 'b']),
      'toRunInOrder',
      '"b" started at 90 ms, but "a" never ended.',
    ],
    'toRunInOrder() of something that never started': [
      () => labExpect(inTurn).toRunInOrder(['c', 'a']),
      'missing-operation',
      'Your code never started "c".',
    ],
    'toStartAt() at another time': [
      () => labExpect(inTurn).toStartAt('b', 0, 'do not wait'),
      'toStartAt:0',
      '"b" started at 10 ms, expected at 0 ms: do not wait.',
    ],
    'toStartAt() too often': [
      () => labExpect(drawn(['a', 0, 1], ['a', 5, 6])).toStartAt('a', 0),
      'toStartAt:1',
      '"a" started at 0, 5 ms, expected at 0 ms.',
    ],
    'toStartAt() too seldom': [
      () => labExpect(inTurn).toStartAt('c', [0, 5]),
      'toStartAt:-1',
      '"c" started never, expected at 0, 5 ms.',
    ],
    'toStartNothingAfter()': [
      () => labExpect(drawn(['a', 0, 5], ['b', 6, 9], ['c', 7, 9])).toStartNothingAfter(5),
      'toStartNothingAfter',
      '2 operations started after 5 ms, the first ("b") at 6 ms.',
    ],
  };
  test.for(Object.entries(failures))('%s fails', async ([, [run, kind, sentence]]) => {
    expect(await failureOf(run)).toEqual({ kind, sentence });
  });

  test('toFinishAt() and toPeakAt() annotate the timeline', () => {
    expect(() => labExpect(atOnce).toFinishAt(15)).toThrow(
      expect.objectContaining({ notes: { elapsed: 'expected 15 ms' } }),
    );
    expect(() => labExpect(atOnce).toPeakAt(3)).toThrow(
      expect.objectContaining({ notes: { peak: '(expected 3)' } }),
    );
  });

  test('only operations start, peak and overlap; work is no operation', async () => {
    const trace = drawn(['a', 0, 10]);
    Object.assign(trace.begin('crunch', 'work', [], 2), { end: 8 });
    labExpect(trace).toPeakAt(1);
    labExpect(trace).toStartNothingAfter(0);
    expect((await failureOf(() => labExpect(trace).toOverlap(['crunch']))).kind).toBe(
      'missing-operation',
    );
  });
});

describe('toStayResponsive()', () => {
  const crunch = (lab: Lab) => lab.work<[number]>('crunch', { takes: (ms) => ms });

  test('adds up work in one turn, and not over several', async () => {
    const { lab, setTimeout } = testLab();
    const work = crunch(lab);
    await lab.run(async () => {
      work(30);
      await null;
      work(20);
      await new Promise((done) => setTimeout(done, 5));
      work(40);
    });
    labExpect(lab.trace).toStayResponsive(50);
    expect(await failureOf(() => labExpect(lab.trace).toStayResponsive(49, 'pause'))).toEqual({
      kind: 'toStayResponsive',
      sentence:
        'The event loop was blocked for 50 ms from 0 ms on, and 49 ms is the most it may be: pause.',
    });
  });

  test('names the longest stretch', async () => {
    const { lab } = testLab();
    const work = crunch(lab);
    await lab.run(async () => {
      for (const ms of [10, 25, 20]) {
        work(ms);
        await lab.at(lab.now + 5);
      }
    });
    expect((await failureOf(() => labExpect(lab.trace).toStayResponsive(5))).sentence).toContain(
      'blocked for 25 ms from 15 ms on',
    );
  });
});

describe('of plain data', () => {
  test('toEqual() compares structure', () => {
    labExpect([1, { a: new Set([1]) }]).toEqual([1, { a: new Set([1]) }], 'they are equal');
    labExpect(Number.NaN).toEqual(Number.NaN, 'they are equal');
  });

  test('toEqual() fails with both sides and what they are; its kind is the shape of that', async () => {
    const run = () => labExpect([1, 2]).toEqual([2], 'these are the 2 "texts" that were asked for');
    expect(await failureOf(run)).toEqual({
      kind: 'these are the # "…" that were asked for',
      sentence: 'Got [ 1, 2 ], expected [ 2 ]: these are the 2 "texts" that were asked for.',
    });
  });

  test('toEqual() tells 0 from -0, and an array from an object', async () => {
    await failureOf(() => labExpect(0).toEqual(-0, 'x'));
    await failureOf(() => labExpect([]).toEqual({}, 'x'));
    await failureOf(() => labExpect({ a: undefined }).toEqual({}, 'x'));
  });

  test('long values are cut short', async () => {
    const run = () => labExpect(Array.from({ length: 500 }, (_, i) => i)).toEqual([], 'x');
    const { sentence } = await failureOf(run);
    expect(sentence).toContain('480 more items');
    expect(sentence.length).toBeLessThan(300);
  });
});
