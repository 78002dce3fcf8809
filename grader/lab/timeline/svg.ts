import type { Mark, Span } from '../trace.ts';
import { formatTime, makeAxis } from './axis.ts';
import { UNICODE } from './glyphs.ts';
import type { Lane, Lanes, TimelineInput } from './lanes.ts';
import {
  arrangeLanes,
  inFlightSteps,
  lastMoment,
  outcomeOf,
  peakOf,
  tally,
  WORK_LANE,
} from './lanes.ts';
import { cut, plain, wrap } from './plain-text.ts';
import type { Page } from './svg-shapes.ts';
import {
  area,
  bars,
  COLUMN_PX,
  element,
  escapeXml,
  grid,
  markAt,
  ROW_PX,
  spanEnd,
  textAt,
  tickLabels,
  widthOf,
} from './svg-shapes.ts';

const MAX_LANES = 12;
const MAX_MARKS = 12;
const MAX_NAME = 18;
const AXIS_PX = 481;
const MIN_RIGHT_MARGIN_PX = 140;
const TAIL_PX = 24;
const TICK_GAP_PX = 24;

/** Outlines, dashes and opacity tell the outcomes apart where colours cannot. */
const STYLE = [
  '.timeline{color:#1f2328}',
  '@media(prefers-color-scheme:dark){.timeline{color:#e6edf3}}',
  '.timeline text,.timeline path{fill:currentColor}',
  '.timeline .faint{fill-opacity:.25;stroke:currentColor;stroke-opacity:.25}',
  '.timeline .ok{fill:#2a9d70}',
  '.timeline .failed{fill:none;stroke:#e5484d;stroke-width:2}',
  '.timeline .aborted{fill:none;stroke:#8b949e;stroke-width:2;stroke-dasharray:3}',
  '.timeline .running{fill:#d98a1f;fill-opacity:.4;stroke:#d98a1f;stroke-dasharray:9 3}',
  '.timeline .work{fill:currentColor;fill-opacity:.7}',
].join('');

/** Draws one line of the picture, whose top is `y` pixels from the top of the page. */
type Row = (y: number) => string;

/**
 * Draws what happened as a self-contained SVG, readable on light and dark backgrounds. The axis is
 * in virtual milliseconds (or larger units); each bar tells its own times as a tooltip.
 */
export function timelineSvg(trace: TimelineInput, options: { title?: string } = {}): string {
  const { title = '' } = options;
  const { page, lanes } = layOut(trace);
  const headings = title === '' ? [] : wrap(title, Math.floor(page.width / COLUMN_PX));
  const above: Row[] = [
    ...headings.map((line) => (y: number) => textAt(0, y, line)),
    (y) => tickLabels(page, y),
  ];
  const middle = laneRows(lanes, page);
  const rows = [...above, ...middle, inFlightRow(trace, page), ...markRows(trace.marks, page)];
  rows.push((y) => textAt(0, y, 'elapsed') + textAt(page.left, y, formatTime(lastMoment(trace))));
  const height = rows.length * ROW_PX;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'timeline',
      role: 'img',
      width: page.width,
      height,
      viewBox: `0 0 ${page.width} ${height}`,
      'font-family': 'ui-monospace,monospace',
      'font-size': 12,
    },
    element('title', {}, escapeXml(title || 'Timeline')),
    element('style', {}, STYLE),
    grid(page, above.length * ROW_PX, middle.length * ROW_PX),
    ...rows.map((row, index) => `\n${row(index * ROW_PX)}`),
  );
}

function layOut(trace: TimelineInput): { page: Page; lanes: Lanes } {
  const names = trace.spans.map(({ kind, name }) => (kind === 'work' ? WORK_LANE : name));
  const left = widest(['in flight', `+${names.length} more`, ...names].map(shorten)) + COLUMN_PX;
  const axis = makeAxis(lastMoment(trace), {
    columns: AXIS_PX,
    tail: trace.spans.some((span) => span.end === undefined) ? TAIL_PX : 0,
    spacing: (label) => widthOf(label) + TICK_GAP_PX,
  });
  const lanes = arrangeLanes(trace.spans, MAX_LANES, axis.column);
  const tallies = [lanes.hidden, lanes.work, ...lanes.shown.map(({ spans }) => spans)].map(tally);
  const right = Math.max(MIN_RIGHT_MARGIN_PX, widest(tallies) + 4 * COLUMN_PX);
  return { page: { axis, left, width: Math.ceil(left + AXIS_PX + right) }, lanes };
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(text)), 0);
}

function shorten(name: string): string {
  return cut(plain(name), MAX_NAME);
}

function laneRows({ shown, hidden, work }: Lanes, page: Page): Row[] {
  const rows = shown.map((lane) => laneRow(lane, page));
  if (hidden.length > 0) {
    rows.push(areaRow(`+${hidden.length} more`, hidden, tally(hidden), page));
  }
  if (work.length > 0) rows.push(laneRow({ name: WORK_LANE, spans: work }, page));
  return rows.length > 0 ? rows : [(y) => textAt(0, y, 'no operation was started')];
}

function laneRow({ name, spans }: Lane, page: Page): Row {
  const words = tally(spans);
  const [first] = spans;
  const glyph = first && words !== '' && spans.length === 1 ? UNICODE.ends[outcomeOf(first)] : '';
  const end = spans.reduce((last, span) => Math.max(last, spanEnd(span, page.axis)), 0);
  return (y) =>
    textAt(0, y, shorten(name)) +
    bars(spans, page, y) +
    textAt(page.left + end + COLUMN_PX, y, `${glyph} ${words}`.trim());
}

function areaRow(name: string, spans: readonly Span[], words: string, page: Page): Row {
  const right = page.left + page.axis.columns + COLUMN_PX;
  const steps = inFlightSteps(spans);
  return (y) => textAt(0, y, name) + area(steps, page, y) + textAt(right, y, words);
}

function inFlightRow({ spans }: TimelineInput, page: Page): Row {
  return areaRow('in flight', spans, `peak ${peakOf(inFlightSteps(spans))}`, page);
}

function markRows(marks: readonly Mark[], page: Page): Row[] {
  const sorted = marks.toSorted((a, b) => a.at - b.at);
  const rows = sorted.slice(0, MAX_MARKS).map(
    (mark): Row =>
      (y) =>
        markAt(mark, page, y),
  );
  const hidden = marks.length - MAX_MARKS;
  return hidden > 0 ? [...rows, (y) => textAt(0, y, `+${hidden} more marks`)] : rows;
}
