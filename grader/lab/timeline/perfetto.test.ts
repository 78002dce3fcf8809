import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perfettoTrace } from './perfetto.ts';
import { operation, sampleTrace, work } from './sample-trace.ts';

test('perfettoTrace() gives each operation a lane, in microseconds, with its outcome', () => {
  const trace = sampleTrace(
    [
      operation('GET /a', 0, 100),
      operation('GET /b', 0.5, 60, 'failed'),
      operation('GET /c', 60),
      work(10, 20),
    ],
    [{ at: 120, text: 'gave up' }],
  );
  const { displayTimeUnit, traceEvents } = perfettoTrace(trace, 'overlap');
  expect(displayTimeUnit).toBe('ms');
  expect(traceEvents.every(({ pid }) => pid === 1)).toBe(true);
  const lines = traceEvents.map((event) =>
    JSON.stringify(event).replace('"pid":1,', '').replaceAll('"', ''),
  );
  expect(lines).toMatchInlineSnapshot(`
    [
      "{ph:M,tid:0,name:process_name,args:{name:overlap}}",
      "{ph:M,tid:1,name:thread_name,args:{name:GET /a}}",
      "{ph:M,tid:1,name:thread_sort_index,args:{sort_index:1}}",
      "{ph:X,tid:1,cat:operation,name:GET /a,ts:0,dur:100000,args:{outcome:ok}}",
      "{ph:M,tid:2,name:thread_name,args:{name:GET /b}}",
      "{ph:M,tid:2,name:thread_sort_index,args:{sort_index:2}}",
      "{ph:X,tid:2,cat:operation,name:GET /b,ts:500,dur:59500,args:{outcome:rejected}}",
      "{ph:M,tid:3,name:thread_name,args:{name:GET /c}}",
      "{ph:M,tid:3,name:thread_sort_index,args:{sort_index:3}}",
      "{ph:X,tid:3,cat:operation,name:GET /c,ts:60000,dur:60000,args:{outcome:never finished}}",
      "{ph:M,tid:4,name:thread_name,args:{name:event loop}}",
      "{ph:M,tid:4,name:thread_sort_index,args:{sort_index:4}}",
      "{ph:X,tid:4,cat:work,name:work,ts:10000,dur:10000,args:{outcome:ok}}",
      "{ph:C,tid:0,name:in flight,ts:0,args:{operations:1}}",
      "{ph:C,tid:0,name:in flight,ts:500,args:{operations:2}}",
      "{ph:C,tid:0,name:in flight,ts:100000,args:{operations:1}}",
      "{ph:i,tid:0,name:gave up,ts:120000,s:g}",
    ]
  `);
});

test('perfettoTrace() of nothing names the process and counts nothing', () => {
  const { traceEvents } = perfettoTrace(sampleTrace([]), 'overlap');
  expect(traceEvents.map(({ ph }) => ph)).toEqual(['M', 'C']);
});

const anyTrace = fc
  .array(fc.tuple(fc.nat(50), fc.option(fc.nat(50)), fc.constantFrom('ok', 'failed', 'aborted')))
  .map((spans) =>
    sampleTrace(
      spans.map(([start, takes, status]) =>
        operation('op', start, takes === null ? undefined : start + takes, status),
      ),
    ),
  );

test('perfettoTrace() never puts two operations on one lane, and counts what it draws', () => {
  fc.assert(
    fc.property(anyTrace, (trace) => {
      const { traceEvents } = perfettoTrace(trace, 'any');
      const slices = traceEvents.filter((event) => event.ph === 'X');
      expect(new Set(slices.map(({ tid }) => tid)).size).toBe(trace.spans.length);
      for (const event of traceEvents) {
        if (event.ph !== 'C') continue;
        const inFlight = trace.spans.filter(
          ({ start, end = Number.POSITIVE_INFINITY }) =>
            start * 1000 <= event.ts && event.ts < end * 1000,
        );
        expect(event.args.operations).toBe(inFlight.length);
      }
    }),
  );
});
