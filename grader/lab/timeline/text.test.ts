import { expect, test } from 'vitest';
import { operation, sampleTrace, work } from './sample-trace.ts';
import { drawTimeline } from './text.ts';

const SEQUENTIAL = sampleTrace([
  operation('GET /a', 0, 100),
  operation('GET /b', 100, 200),
  operation('GET /c', 200, 300),
]);

const MIXED = sampleTrace(
  [
    operation('GET /a', 0, 100),
    operation('GET /b', 0, 60, 'failed'),
    operation('GET /c', 0, 80, 'aborted'),
    operation('GET /d', 40),
    operation('cache', 20, 20),
    work(0, 50),
    work(50, 70),
  ],
  [{ at: 80, text: 'abort()' }],
);

const SEARCH = [operation('search "a"', 0, 90), operation('search "ab"', 20, 50)];

test('drawTimeline() shows that three operations ran one after another', () => {
  const picture = drawTimeline(SEQUENTIAL, {
    title: '✗ the three downloads must overlap — yours ran one after another',
    notes: { peak: '(expected 3)', elapsed: 'expected 100 ms, the slowest download' },
  });
  expect(picture).toMatchInlineSnapshot(`
    "✗ the three downloads must overlap — yours ran one after another
              0       50      100     150     200     250     300 ms
              ┼───────┼───────┼───────┼───────┼───────┼───────┼
    GET /a    ├───────────────┤
    GET /b                    ├───────────────┤
    GET /c                                    ├───────────────┤
    in flight 111111111111111111111111111111111111111111111111·  peak 1 (expected 3)
    elapsed   300 ms — expected 100 ms, the slowest download"
  `);
});

test('drawTimeline() shows that three operations overlapped', () => {
  const trace = sampleTrace([
    operation('GET /a', 0, 100),
    operation('GET /b', 0, 60),
    operation('GET /c', 0, 80),
  ]);
  expect(drawTimeline(trace)).toMatchInlineSnapshot(`
    "          0        20       40       60       80       100 ms
              ┼────────┼────────┼────────┼────────┼────────┼
    GET /a    ├────────────────────────────────────────────┤
    GET /b    ├──────────────────────────┤
    GET /c    ├───────────────────────────────────┤
    in flight 333333333333333333333333333222222222111111111·  peak 3
    elapsed   100 ms"
  `);
});

test('drawTimeline() names each outcome, and shows turns that follow each other', () => {
  expect(drawTimeline(MIXED)).toMatchInlineSnapshot(`
    "           0       20      40      60      80      100 ms
               ┼───────┼───────┼───────┼───────┼───────┼───
    GET /a     ├───────────────────────────────────────┤
    GET /b     ├───────────────────────✗ rejected
    GET /c     ├───────────────────────────────⊘ aborted
    GET /d                     ├──────────────────────────▸ never finished
    cache              │
    event loop ▐███████████████████▌███████▌
    in flight  33333333333333334444444433333333222222221111  peak 4
                                               ▲ 80 ms abort()
    elapsed    100 ms"
  `);
});

test('drawTimeline() draws the same in plain ASCII', () => {
  const notes = { elapsed: 'expected 60 ms' };
  const picture = drawTimeline(MIXED, { ascii: true, notes });
  expect(picture).toMatch(/^[\n -~]+$/);
  expect(picture).toMatchInlineSnapshot(`
    "           0       20      40      60      80      100 ms
               +-------+-------+-------+-------+-------+---
    GET /a     |=======================================|
    GET /b     |=======================x rejected
    GET /c     |===============================/ aborted
    GET /d                     |==========================> never finished
    cache              |
    event loop |###################|#######|
    in flight  33333333333333334444444433333333222222221111  peak 4
                                               ^ 80 ms abort()
    elapsed    100 ms - expected 60 ms"
  `);
});

test('drawTimeline() shows many short turns of the event loop as stripes', () => {
  const turns = Array.from({ length: 100 }, (_, index) => work(index, index + 1));
  const trace = sampleTrace([operation('GET /a', 0, 100), ...turns]);
  expect(drawTimeline(trace)).toMatchInlineSnapshot(`
    "           0        20       40       60       80       100 ms
               ┼────────┼────────┼────────┼────────┼────────┼
    GET /a     ├────────────────────────────────────────────┤
    event loop ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌
    in flight  111111111111111111111111111111111111111111111·  peak 1
    elapsed    100 ms"
  `);
});

test('drawTimeline() points at marks in order of time, from the side with room', () => {
  const trace = sampleTrace(SEARCH, [
    { at: 91, text: 'shown = "a"   STALE' },
    { at: 50, text: 'shown = "ab"  (right)' },
    { at: 10, text: 'a text so long that it fits on neither side goes on below itself '.repeat(2) },
    { at: 85, text: 'so does this one, on the left, because the left has more room '.repeat(2) },
  ]);
  expect(
    drawTimeline(trace, { footer: ['replay: npm run grade -- search --replay lab1:dfs:0:01'] }),
  ).toMatchInlineSnapshot(`
    "            0         20        40        60        80 ms
                ┼─────────┼─────────┼─────────┼─────────┼──────
    search "a"  ├────────────────────────────────────────────┤
    search "ab"           ├──────────────┤
    in flight   111111111122222222222222211111111111111111111··  peak 2
                     ▲ 10 ms a text so long that it fits on neither side goes on
                       below itself a text so long that it fits on neither side goes
                       on below itself
                                         ▲ 50 ms shown = "ab"  (right)
     85 ms so does this one, on the left, because the left ▲
     has more room so does this one, on the left, because
     the left has more room
                                    91 ms shown = "a"   STALE ▲
    elapsed     91 ms
    replay: npm run grade -- search --replay lab1:dfs:0:01"
  `);
});

test('drawTimeline() gives Chinese two columns', () => {
  const trace = sampleTrace(
    [operation('下载第一个文件并保存到磁盘', 0, 100), operation('下载 /b', 100, 120)],
    [{ at: 100, text: '第一个下载完成' }],
  );
  expect(drawTimeline(trace, { title: '✗ 两个下载必须同时进行' })).toMatchInlineSnapshot(`
    "✗ 两个下载必须同时进行
                      0     20    40    60    80    100   120 ms
                      ┼─────┼─────┼─────┼─────┼─────┼─────┼
    下载第一个文件并… ├─────────────────────────────┤
    下载 /b                                         ├─────┤
    in flight         111111111111111111111111111111111111·  peak 1
                                                    ▲ 100 ms 第一个下载完成
    elapsed           120 ms"
  `);
});

test('drawTimeline() shows an hour in minutes, and what is short beside it', () => {
  const trace = sampleTrace([
    operation('poll', 0, 1_800_000),
    operation('poll', 1_800_000, 3_600_000),
    operation('save', 5, 6),
  ]);
  expect(drawTimeline(trace)).toMatchInlineSnapshot(`
    "          0       10      20      30      40      50      60 min
              ┼───────┼───────┼───────┼───────┼───────┼───────┼
    poll      ├───────────────────────┤
    poll                              ├───────────────────────┤
    save      │
    in flight 211111111111111111111111111111111111111111111111·  peak 2
    elapsed   1 h"
  `);
});

test('drawTimeline() draws a deadlock at the first instant', () => {
  const trace = sampleTrace([operation('lock a', 0), operation('lock b', 0)]);
  expect(drawTimeline(trace)).toMatchInlineSnapshot(`
    "          0 ms
              ┼───
    lock a    ├──▸ never finished
    lock b    ├──▸ never finished
    in flight 2222  peak 2
    elapsed   0 ms"
  `);
});

test('drawTimeline() draws nothing at all', () => {
  expect(drawTimeline(sampleTrace([]))).toMatchInlineSnapshot(`
    "          0 ms
              ┼
    no operation was started
    in flight ·  peak 0
    elapsed   0 ms"
  `);
});
