import fc from 'fast-check';
import { expect, test } from 'vitest';
import { operation, sampleTrace, work } from './sample-trace.ts';
import { timelineSvg } from './svg.ts';

const SEQUENTIAL = sampleTrace([
  operation('GET /a', 0, 100),
  operation('GET /b', 100, 200),
  operation('GET /c', 200, 300),
]);

test('timelineSvg() draws three operations in about 1.5 kB', () => {
  const svg = timelineSvg(SEQUENTIAL, { title: 'One after another' });
  expect(svg.length).toBeLessThan(1750);
  expect(svg).toMatch(/^<svg xmlns="http:..www.w3.org.2000.svg" class="timeline" role="img"/);
  const [, ...content] = svg
    .replace(/<style>.*<\/style>/, '')
    .replaceAll(/>\s*</g, '>\n<')
    .split('\n');
  expect(content.join('\n')).toMatchInlineSnapshot(`
    "<title>One after another</title>
    <path class="faint" d="M73 40v60M153 40v60M233 40v60M313 40v60M393 40v60M473 40v60M553 40v60"/>
    <text x="0" y="14">One after another</text>
    <text x="73" y="34">0</text>
    <text x="153" y="34">50</text>
    <text x="233" y="34">100</text>
    <text x="313" y="34">150</text>
    <text x="393" y="34">200</text>
    <text x="473" y="34">250</text>
    <text x="553" y="34">300 ms</text>
    <text x="0" y="54">GET /a</text>
    <rect class="ok" x="73" y="44" width="159" height="12">
    <title>GET /a: 0 ms – 100 ms, ok</title>
    </rect>
    <text x="0" y="74">GET /b</text>
    <rect class="ok" x="233" y="64" width="159" height="12">
    <title>GET /b: 100 ms – 200 ms, ok</title>
    </rect>
    <text x="0" y="94">GET /c</text>
    <rect class="ok" x="393" y="84" width="159" height="12">
    <title>GET /c: 200 ms – 300 ms, ok</title>
    </rect>
    <text x="0" y="114">in flight</text>
    <path class="faint" d="M73 116H73V104H553V116H553V116z"/>
    <text x="561.3" y="114">peak 1</text>
    <text x="0" y="134">elapsed</text>
    <text x="73" y="134">300 ms</text>
    </svg>"
  `);
});

test('timelineSvg() tells outcomes apart by word and glyph, not by colour alone', () => {
  const svg = timelineSvg(
    sampleTrace([
      operation('a', 0, 100),
      operation('b', 0, 60, 'failed'),
      operation('c', 0, 80, 'aborted'),
      operation('d', 40),
      work(10, 20),
    ]),
  );
  for (const words of ['✗ rejected', '⊘ aborted', '▸ never finished', 'event loop']) {
    expect(svg).toContain(`>${words}</text>`);
  }
  for (const shape of ['ok', 'failed', 'aborted', 'running', 'work']) {
    expect(svg).toContain(`<rect class="${shape}"`);
  }
});

test('timelineSvg() keeps bars apart that touch', () => {
  const bars = [
    ...timelineSvg(SEQUENTIAL).matchAll(/<rect class="ok" x="(.*?)".*? width="(.*?)"/g),
  ];
  const edges = bars.map(([, x, width]) => ({ start: Number(x), end: Number(x) + Number(width) }));
  expect(edges).toHaveLength(3);
  expect(edges[0]?.end).toBeLessThan(edges[1]?.start ?? 0);
  expect(edges[1]?.end).toBeLessThan(edges[2]?.start ?? 0);
});

test('timelineSvg() collapses operations and marks that are too many', () => {
  const jobs = Array.from({ length: 20 }, (_, index) =>
    operation(`job ${index}`, index, index + 5, index === 18 ? 'failed' : 'ok'),
  );
  const marks = Array.from({ length: 15 }, (_, at) => ({ at, text: 'here' }));
  const svg = timelineSvg(sampleTrace(jobs, marks));
  expect(svg.match(/<rect/g)).toHaveLength(12);
  expect(svg).toContain('>+8 more</text>');
  expect(svg).toContain('>1 rejected</text>');
  expect(svg).toContain('>+3 more marks</text>');
});

test('timelineSvg() is wide enough for what went wrong on a shared lane', () => {
  const outcomes = ['failed', 'aborted', 'failed', 'aborted'] as const;
  const attempts = Array.from({ length: 20 }, (_, index) =>
    operation('try', index * 10, index * 10 + 5, outcomes[index % 4]),
  );
  const svg = timelineSvg(sampleTrace(attempts));
  const [, pageWidth] = svg.match(/viewBox="0 0 (\d+) /) ?? [];
  const [, x] = svg.match(/<text x="([\d.]+)" y="\d+">10 rejected, 10 aborted</) ?? [];
  expect(Number(x) + '10 rejected, 10 aborted'.length * 7.3).toBeLessThan(Number(pageWidth));
});

test('timelineSvg() escapes names, titles and marks', () => {
  const evil = '</title><script>alert("&\'")</script>\u0000\ud800';
  const svg = timelineSvg(sampleTrace([operation(evil, 0, 1)], [{ at: 0, text: evil }]), {
    title: evil,
  });
  expect(svg).not.toContain('<script');
  const tag = (inside: string) => `&#60;${inside}&#62;`;
  const quoted = '&#34;&#38;&#39;&#34;';
  expect(svg).toContain(
    `<title>${tag('/title')}${tag('script')}alert(${quoted})${tag('/script')}\ufffd</title>`,
  );
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('<b>', '&amp;', '"', "'", ']]>', '\u0000', '\ud800', '\ufffe', '<!--'),
);
const time = fc.oneof(fc.nat(300), fc.double());
const anyTrace = fc
  .record({
    spans: fc.array(
      fc.tuple(text, time, fc.option(time), fc.constantFrom('ok', 'failed', 'aborted')),
    ),
    marks: fc.array(fc.record({ at: time, text })),
  })
  .map(({ spans, marks }) =>
    sampleTrace(
      spans.map(([name, start, end, status]) => operation(name, start, end ?? undefined, status)),
      marks,
    ),
  );

/** Takes tags off in pairs; what is left over is not well-formed. */
function leftoverMarkup(svg: string): string {
  const tag = /<(\w+)(?: [\w-]+="[^"<>&]*")*(?:\/>|>[^<>]*<\/\1>)/g;
  let rest = svg;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(tag, '');
  }
  return rest;
}

test('timelineSvg() is well-formed and has only finite coordinates, whatever happened', () => {
  fc.assert(
    fc.property(anyTrace, text, (trace, title) => {
      const svg = timelineSvg(trace, { title });
      expect(leftoverMarkup(svg)).toBe('');
      expect(svg).not.toMatch(/&(?!#\d+;)/);
      expect(svg).not.toMatch(/(?!\n)\p{Cc}|[\ufffe\uffff]/u);
      expect(svg.isWellFormed()).toBe(true);
      for (const [, value] of svg.matchAll(/ (?:x|y|width|height|d|viewBox)="(.*?)"/g)) {
        expect(value).toMatch(/^[-\d. MHVvlhz]*$/);
      }
    }),
    { numRuns: 300 },
  );
});
