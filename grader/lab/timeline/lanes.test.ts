import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNICODE } from './glyphs.ts';
import { arrangeLanes } from './lanes.ts';
import { operationRow } from './rows.ts';
import { operation, sampleTrace, work } from './sample-trace.ts';
import { drawTimeline } from './text.ts';

test('drawTimeline() collapses what is over twelve lanes, and says what went wrong there', () => {
  const jobs = Array.from({ length: 20 }, (_, index) =>
    operation(`job ${index + 1}`, index * 10, index * 10 + 50, index === 17 ? 'failed' : 'ok'),
  );
  expect(drawTimeline(sampleTrace(jobs))).toMatchInlineSnapshot(`
    "          0         50        100       150       200 ms
              ┼─────────┼─────────┼─────────┼─────────┼────────
    job 1     ├─────────┤
    job 2       ├─────────┤
    job 3         ├─────────┤
    job 4           ├─────────┤
    job 5             ├─────────┤
    job 6               ├─────────┤
    job 7                 ├─────────┤
    job 8                   ├─────────┤
    job 9                     ├─────────┤
    job 10                      ├─────────┤
    job 11                        ├─────────┤
    job 12                          ├─────────┤
    +8 more                           ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 1 rejected
    in flight 112233445555555555555555555555555555555544332211·  peak 5
    elapsed   240 ms"
  `);
});

test('drawTimeline() counts the lane of the event loop among the lanes', () => {
  const jobs = Array.from({ length: 4 }, (_, index) => operation(`job ${index + 1}`, 0, 10));
  expect(drawTimeline(sampleTrace([...jobs, work(0, 5)]), { maxLanes: 3 })).toMatchInlineSnapshot(`
    "           0        2        4        6        8        10 ms
               ┼────────┼────────┼────────┼────────┼────────┼
    job 1      ├────────────────────────────────────────────┤
    job 2      ├────────────────────────────────────────────┤
    +2 more    ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
    event loop ▐██████████████████████▌
    in flight  444444444444444444444444444444444444444444444·  peak 4
    elapsed    10 ms"
  `);
});

test('drawTimeline() lets operations of one name share lanes when all fit only so', () => {
  const jobs = Array.from({ length: 20 }, (_, index) => {
    const start = Math.floor(index / 4) * 10;
    return operation('download', start, start + 10, index === 9 ? 'failed' : 'ok');
  });
  expect(drawTimeline(sampleTrace(jobs))).toMatchInlineSnapshot(`
    "          0        10       20       30       40       50 ms
              ┼────────┼────────┼────────┼────────┼────────┼
    download  ├────────┼────────┼────────┼────────┼────────┤
    download  ├────────┼────────┼────────✗────────┼────────┤ 1 rejected
    download  ├────────┼────────┼────────┼────────┼────────┤
    download  ├────────┼────────┼────────┼────────┼────────┤
    in flight 444444444444444444444444444444444444444444444·  peak 4
    elapsed   50 ms"
  `);
  expect(drawTimeline(sampleTrace(jobs.slice(0, 8)))).toMatchInlineSnapshot(`
    "          0           5           10          15          20 ms
              ┼───────────┼───────────┼───────────┼───────────┼
    download  ├───────────────────────┤
    download  ├───────────────────────┤
    download  ├───────────────────────┤
    download  ├───────────────────────┤
    download                          ├───────────────────────┤
    download                          ├───────────────────────┤
    download                          ├───────────────────────┤
    download                          ├───────────────────────┤
    in flight 444444444444444444444444444444444444444444444444·  peak 4
    elapsed   20 ms"
  `);
});

test('drawTimeline() counts the outcomes of a shared lane', () => {
  const attempts = Array.from({ length: 16 }, (_, index) =>
    operation('attempt', index * 20, index * 20 + 9, index < 15 ? 'failed' : 'ok'),
  );
  expect(drawTimeline(sampleTrace(attempts))).toMatchInlineSnapshot(`
    "          0      50     100    150    200    250    300 ms
              ┼──────┼──────┼──────┼──────┼──────┼──────┼─
    attempt   ├✗ ├✗ ├✗├─✗├✗ ├✗ ├✗ ├✗├─✗├✗ ├✗ ├✗ ├✗├─✗├✗ ├┤ 15 rejected
    in flight 1··1··1·11·1··1··1··1·11·1··1··1··1·11·1··1·  peak 1
    elapsed   309 ms"
  `);
});

const anyOperations = fc
  .array(
    fc.record({
      name: fc.constantFrom('a', 'b'),
      start: fc.nat(400),
      takes: fc.option(fc.nat(30), { freq: 20 }),
    }),
    { maxLength: 30 },
  )
  .map((rows) =>
    rows
      .toSorted((a, b) => a.start - b.start)
      .map(({ name, start, takes }) =>
        operation(name, start, takes === null ? undefined : start + takes),
      ),
  );

test('arrangeLanes() shares a lane only where no operation hides another', () => {
  fc.assert(
    fc.property(anyOperations, fc.integer({ min: 1, max: 12 }), (operations, maxLanes) => {
      const { spans } = sampleTrace(operations);
      const axis = { columns: 60, ticks: [], column: (ms: number) => Math.round(ms / 8) };
      const { shown, hidden } = arrangeLanes(spans, maxLanes, axis.column);
      const drawn = [...shown.flatMap((lane) => lane.spans), ...hidden];
      expect(drawn.map(({ id }) => id).sort((a, b) => a - b)).toEqual(spans.map(({ id }) => id));
      expect(shown.length).toBeLessThanOrEqual(maxLanes);
      if (shown.length === spans.length || hidden.length > 0) {
        expect(shown.every((lane) => lane.spans.length === 1)).toBe(true);
      }
      for (const lane of shown) {
        expect(operationRow(lane.spans, axis, UNICODE).match(/[├┼│]/g)).toHaveLength(
          lane.spans.length,
        );
        lane.spans.forEach(({ name, start }, index) => {
          expect(name).toBe(lane.name);
          expect(start).toBeGreaterThanOrEqual(lane.spans[index - 1]?.end ?? 0);
        });
      }
    }),
    { numRuns: 1000 },
  );
});

test('arrangeLanes() gives each operation its own lane while they all fit', () => {
  const { spans } = sampleTrace([operation('a', 0, 1), operation('a', 1, 2)]);
  const lanesOf = (maxLanes: number) => arrangeLanes(spans, maxLanes, (ms) => ms).shown.length;
  expect([lanesOf(2), lanesOf(1)]).toEqual([2, 1]);
});
