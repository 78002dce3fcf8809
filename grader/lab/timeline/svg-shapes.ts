import type { Mark, Span } from '../trace.ts';
import type { Axis } from './axis.ts';
import { formatTime } from './axis.ts';
import type { InFlightStep } from './lanes.ts';
import { outcomeOf, outcomeWord, peakOf } from './lanes.ts';
import { columnsOf, cut, plain } from './plain-text.ts';

/** Where the parts of an SVG timeline stand, in pixels. */
export interface Page {
  readonly axis: Axis;
  /** Where the axis starts; names are left of it. */
  readonly left: number;
  readonly width: number;
}

export const ROW_PX = 20;
/** The width of one character of the 12 pixel monospace font. */
export const COLUMN_PX = 7.3;
const BAR_PX = 12;
const BAR_TOP_PX = 4;
const BASELINE_PX = 14;

/** Replaces what XML forbids or would read as markup, in content and in attributes. */
export function escapeXml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

type Attributes = Readonly<Record<string, string | number>>;

/** Writes one element; attributes must be ours, and children must be markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === 'number' ? round(value) : value}"`,
  );
  const open = `<${name}${written.join('')}`;
  return children.length > 0 ? `${open}>${children.join('')}</${name}>` : `${open}/>`;
}

/** Writes a text in the line whose top is at `y`; an empty one leaves nothing. */
export function textAt(x: number, y: number, text: string, attributes: Attributes = {}): string {
  if (text === '') return '';
  return element('text', { x, y: y + BASELINE_PX, ...attributes }, escapeXml(text));
}

/** Vertical lines under the labels of the axis, through `height` pixels of lanes. */
export function grid({ axis, left }: Page, y: number, height: number): string {
  const lines = axis.ticks.map(({ column }) => `M${round(left + column)} ${y}v${height}`);
  return element('path', { class: 'faint', d: lines.join('') });
}

export function tickLabels({ axis, left }: Page, y: number): string {
  return axis.ticks.map(({ column, label }) => textAt(left + column, y, label)).join('');
}

/** One bar per span, with its times and outcome as a tooltip. */
export function bars(spans: readonly Span[], page: Page, y: number): string {
  return spans.map((span) => bar(span, page, y)).join('');
}

function bar(span: Span, { axis, left }: Page, y: number): string {
  const outcome = outcomeOf(span);
  const until = span.end === undefined ? '' : ` – ${formatTime(span.end)}`;
  const tip = `${span.name}: ${formatTime(span.start)}${until}, ${outcomeWord(span)}`;
  const start = axis.column(span.start);
  return element(
    'rect',
    {
      class: span.kind === 'work' && outcome === 'ok' ? 'work' : outcome,
      x: left + start,
      y: y + BAR_TOP_PX,
      // One pixel less keeps bars apart that touch.
      width: Math.max(2, spanEnd(span, axis) - start - 1),
      height: BAR_PX,
    },
    element('title', {}, escapeXml(tip)),
  );
}

/** The axis column where the drawn span ends. */
export function spanEnd(span: Span, axis: Axis): number {
  return span.end === undefined ? axis.columns - 1 : axis.column(span.end);
}

/** How many were in flight, as an area that is as high as a bar at the peak. */
export function area(steps: readonly InFlightStep[], { axis, left }: Page, y: number): string {
  const base = y + BAR_TOP_PX + BAR_PX;
  const unit = BAR_PX / Math.max(1, peakOf(steps));
  const corners = steps.map(
    ({ at, count }) => `H${round(left + axis.column(at))}V${round(base - unit * count)}`,
  );
  const outline = `M${round(left)} ${base}${corners.join('')}H${round(left + axis.columns - 1)}`;
  return element('path', { class: 'faint', d: `${outline}V${base}z` });
}

/** An arrow at the mark's moment; its text stands on the side that has more room. */
export function markAt(mark: Mark, { axis, left, width }: Page, y: number): string {
  const x = left + axis.column(mark.at);
  const isRight = x < width / 2;
  const columns = Math.floor((isRight ? width - x : x) / COLUMN_PX) - 2;
  const text = `${formatTime(mark.at)} ${plain(mark.text)}`;
  return element(
    'g',
    {},
    element('title', {}, escapeXml(text)),
    element('path', { d: `M${round(x)} ${y + BAR_TOP_PX}l5 9h-10z` }),
    isRight
      ? textAt(x + 10, y, cut(text, columns))
      : textAt(x - 10, y, cut(text, columns), { 'text-anchor': 'end' }),
  );
}

export function widthOf(text: string): number {
  return columnsOf(text) * COLUMN_PX;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
