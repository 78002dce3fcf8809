import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf } from './plain-text.ts';
import { operation, sampleTrace } from './sample-trace.ts';
import { drawTimeline } from './text.ts';

const SEQUENTIAL = sampleTrace([
  operation('GET /a', 0, 100),
  operation('GET /b', 100, 200),
  operation('GET /c', 200, 300),
]);

test('drawTimeline() stretches the axis to options.end, but cuts nothing off', () => {
  const short = sampleTrace([operation('GET /a', 0, 100)]);
  expect(drawTimeline(short, { end: 300 })).toMatchInlineSnapshot(`
    "          0       50      100     150     200     250     300 ms
              ┼───────┼───────┼───────┼───────┼───────┼───────┼
    GET /a    ├───────────────┤
    in flight 1111111111111111·································  peak 1
    elapsed   100 ms"
  `);
  expect(drawTimeline(SEQUENTIAL, { end: 100 })).toBe(drawTimeline(SEQUENTIAL));
});

test('drawTimeline() wraps notes, titles and footers at the width it was given', () => {
  const long = 'one two three four five six seven eight nine ten eleven twelve';
  const picture = drawTimeline(SEQUENTIAL, {
    width: 50,
    title: `${long}\n二十个汉字没有空格也要在行尾折断否则这一行就太长了对不对`,
    notes: { peak: `(${long})`, elapsed: long },
    footer: ['x'.repeat(60)],
  });
  expect(picture).toMatchInlineSnapshot(`
    "one two three four five six seven eight nine ten
    eleven twelve
    二十个汉字没有空格也要在行尾折断否则这一行就太长了
    对不对
              0     100   200   300 ms
              ┼─────┼─────┼─────┼
    GET /a    ├─────┤
    GET /b          ├─────┤
    GET /c                ├─────┤
    in flight 111111111111111111·
              peak 1 (one two three four five six
              seven eight nine ten eleven twelve)
    elapsed   300 ms — one two three four five six
              seven eight nine ten eleven twelve
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    xxxxxxxxxx"
  `);
});

test('drawTimeline() removes what would control the terminal', () => {
  const trace = sampleTrace(
    [operation('a\u001b[31m\nb\u202e\ud800', 0, 1)],
    [{ at: 0, text: '\r\u0007x' }],
  );
  expect(drawTimeline(trace)).toMatchInlineSnapshot(`
    "          0                                               1 ms
              ┼───────────────────────────────────────────────┼
    a[31m b�  ├───────────────────────────────────────────────┤
    in flight 111111111111111111111111111111111111111111111111·  peak 1
              ▲ 0 ms  x
    elapsed   1 ms"
  `);
});

const STRANGE = [
  ...['\ud800', '\u001b[2J', '\u202e', '\n', '\t', '\0', 'a\u0301', '\u200d', '\ufe0f'],
  ...[
    '👩\u200d👩\u200d👧',
    '🇨🇳',
    '下载',
    '한글',
    'ｆｕｌｌ',
    'x'.repeat(300),
    'two words '.repeat(30),
  ],
];
const text = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(...STRANGE),
  fc.array(fc.constantFrom(...STRANGE), { maxLength: 4 }).map((parts) => parts.join('')),
);
const time = fc.oneof(fc.nat(300), fc.nat(100_000_000), fc.double());
const anySpan = fc
  .record({
    name: text,
    kind: fc.constantFrom('operation', 'work'),
    start: time,
    end: fc.option(time),
    status: fc.constantFrom('running', 'ok', 'failed', 'aborted'),
  })
  .map(({ end, ...rest }) => {
    const span = { id: 0, args: [], turn: 0, ...rest };
    return end === null ? span : { ...span, end };
  });
const anyTrace = fc.record({
  spans: fc.array(anySpan, { size: 'medium' }),
  marks: fc.array(fc.record({ at: time, text })),
});
const anyOptions = fc.record(
  {
    title: text,
    ascii: fc.boolean(),
    width: fc.oneof(fc.nat(200), fc.double()),
    maxLanes: fc.oneof(fc.nat(30), fc.double()),
    notes: fc.record({ peak: text, elapsed: text }, { requiredKeys: [] }),
    footer: fc.array(text),
    end: time,
  },
  { requiredKeys: [] },
);

test('drawTimeline() draws anything in at most 80 columns, without control characters', () => {
  fc.assert(
    fc.property(anyTrace, anyOptions, (trace, options) => {
      const picture = drawTimeline(trace, options);
      expect(picture).not.toMatch(/(?!\n)\p{Cc}/u);
      expect(picture.isWellFormed()).toBe(true);
      for (const line of picture.split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(80);
        expect(line).toBe(line.trimEnd());
      }
    }),
    { numRuns: 500 },
  );
});
