import { expect, test } from 'vitest';
import { Trace } from './trace.ts';

/** A trace of spans given as `[start, end]`; without an end it never ended. */
function drawn(...spans: [start: number, end?: number][]): Trace {
  const trace = new Trace();
  for (const [start, end] of spans) {
    const span = trace.begin('x', 'operation', [], start);
    if (end !== undefined) span.end = end;
  }
  return trace;
}

test('begin() numbers spans in the order in which they start, and notes the turn', () => {
  const trace = new Trace();
  trace.begin('a', 'operation', [1], 0);
  trace.startTurn();
  trace.startTurn();
  trace.begin('b', 'work', [], 5);
  expect(trace.spans).toEqual([
    { id: 0, name: 'a', kind: 'operation', args: [1], start: 0, turn: 0, status: 'running' },
    { id: 1, name: 'b', kind: 'work', args: [], start: 5, turn: 2, status: 'running' },
  ]);
});

test('operations() leaves work out, and picks by name', () => {
  const trace = new Trace();
  for (const [name, kind] of [
    ['a', 'operation'],
    ['a', 'work'],
    ['b', 'operation'],
    ['a', 'operation'],
  ] as const) {
    trace.begin(name, kind, [], 0);
  }
  expect(trace.operations().map(({ id }) => id)).toEqual([0, 2, 3]);
  expect(trace.operations('a').map(({ id }) => id)).toEqual([0, 3]);
  expect(trace.operations('c')).toEqual([]);
});

test.for([
  [[], 0],
  [[[5, 10]], 10],
  [
    [
      [0, 30],
      [10, 20],
    ],
    30,
  ],
  [[[0, 10], [40]], 40],
] as [[number, number?][], number][])('the makespan of %j is %i', ([spans, makespan]) => {
  expect(drawn(...spans).makespan).toBe(makespan);
});

test.for([
  [[], 0],
  [[[0, 10]], 1],
  [
    [
      [0, 10],
      [10, 20],
    ],
    1,
  ],
  [
    [
      [0, 10],
      [9, 20],
      [9, 10],
    ],
    3,
  ],
  [[[0], [50, 60]], 2],
  [[[5, 5]], 0],
] as [[number, number?][], number][])('the peak of %j is %i', ([spans, peak]) => {
  expect(drawn(...spans).peak).toBe(peak);
});

test('work counts for the makespan, not for the peak', () => {
  const trace = drawn([0, 10]);
  trace.begin('crunch', 'work', [], 5).end = 25;
  expect([trace.makespan, trace.peak]).toEqual([25, 1]);
});

test('mark() keeps moments in the order in which they came', () => {
  const trace = new Trace();
  trace.mark(20, 'abort');
  trace.mark(10, 'earlier');
  expect(trace.marks).toEqual([
    { at: 20, text: 'abort' },
    { at: 10, text: 'earlier' },
  ]);
});
