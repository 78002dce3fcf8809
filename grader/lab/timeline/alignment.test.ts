import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '../trace.ts';
import { Trace } from '../trace.ts';
import { drawTimeline } from './text.ts';

/** A trace of at most 12 operations, so that each one has a lane; some end when others start. */
const anyTrace = fc
  .record({
    unitMs: fc.constantFrom(0.25, 1, 50, 3_600_000),
    spans: fc.array(
      fc.record({
        start: fc.nat(60),
        duration: fc.option(fc.nat(60), { freq: 6, nil: undefined }),
        status: fc.constantFrom('ok', 'failed', 'aborted'),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ unitMs, spans }) => {
    const trace = new Trace();
    for (const { start, duration, status } of spans.toSorted((a, b) => a.start - b.start)) {
      const span = trace.begin('op', 'operation', [], start * unitMs);
      if (duration === undefined) continue;
      span.end = (start + duration) * unitMs;
      span.status = status;
    }
    return trace;
  })
  .filter((trace) => trace.makespan >= 1);

const UNITS: Record<string, number> = { ms: 1, s: 1000, min: 60_000, h: 3_600_000 };

/** Reads the axis from the picture: where a virtual millisecond must stand, in columns. */
function readAxis(picture: string) {
  const [labels = '', line = ''] = picture.split('\n');
  const ticks = [...line.matchAll(/┼/g)].map(({ index }) => index);
  const values = [...labels.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, index }));
  const unit = UNITS[values.pop()?.word ?? ''] ?? Number.NaN;
  expect(values.map(({ index }) => index)).toEqual(ticks);
  const [first = Number.NaN, second = Number.NaN] = ticks;
  const stepMs = (Number(values[1]?.word) - Number(values[0]?.word)) * unit;
  return {
    column: (ms: number) => first + Math.round((ms * (second - first)) / stepMs),
    first,
    last: line.length - 1,
  };
}

function barOf(span: Span, start: number, end: number): string {
  const { glyph, word } = {
    ok: { glyph: start === end ? '│' : '┤', word: '' },
    failed: { glyph: '✗', word: ' rejected' },
    aborted: { glyph: '⊘', word: ' aborted' },
    running: { glyph: '▸', word: ' never finished' },
  }[span.status];
  return (start === end ? '' : `├${'─'.repeat(end - start - 1)}`) + glyph + word;
}

test('drawTimeline() starts and ends each bar in the column of its time', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      const picture = drawTimeline(trace);
      const axis = readAxis(picture);
      const lanes = picture.split('\n').slice(2);
      trace.spans.forEach((span, index) => {
        const start = axis.column(span.start);
        const end = span.end === undefined ? axis.last : axis.column(span.end);
        expect(lanes[index]).toBe('op'.padEnd(start) + barOf(span, start, end));
      });
    }),
    { numRuns: 500 },
  );
});

test('drawTimeline() counts the operations in flight from each column to the next', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      const picture = drawTimeline(trace);
      const axis = readAxis(picture);
      const row = picture.split('\n').find((line) => line.startsWith('in flight')) ?? '';
      const instants = trace.spans.flatMap(({ start, end = start }) => [start, end]);
      const changes = instants
        .toSorted((a, b) => a - b)
        .map((at) => ({ column: axis.column(at), ...inFlightAround(trace, at) }))
        .filter(({ before, after }) => before !== after);
      let expected = '';
      let count = 0;
      for (let column = axis.first; column <= axis.last; column++) {
        const here = changes.filter((change) => change.column === column);
        expected += digit(
          Math.max(...(here.length > 0 ? here.map(({ after }) => after) : [count])),
        );
        count = here.at(-1)?.after ?? count;
      }
      expect(row).toBe(`in flight ${expected}  peak ${trace.peak}`);
    }),
    { numRuns: 500 },
  );
});

function inFlightAround(trace: Trace, at: number): { before: number; after: number } {
  const spans = trace.spans.map(({ start, end = Number.POSITIVE_INFINITY }) => ({ start, end }));
  return {
    before: spans.filter(({ start, end }) => start < at && at <= end).length,
    after: spans.filter(({ start, end }) => start <= at && at < end).length,
  };
}

function digit(count: number): string {
  if (count === 0) return '·';
  return count > 9 ? '+' : String(count);
}
