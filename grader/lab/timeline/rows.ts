import type { Span } from '../trace.ts';
import type { Axis } from './axis.ts';
import type { Glyphs } from './glyphs.ts';
import type { InFlightStep } from './lanes.ts';
import { outcomeOf } from './lanes.ts';

export function axisRows(
  { columns, ticks }: Axis,
  glyphs: Glyphs,
): { labels: string; line: string } {
  const line = Array<string>(columns).fill(glyphs.axis);
  let labels = '';
  for (const { column, label } of ticks) {
    line[column] = glyphs.tick;
    labels = labels.padEnd(column) + label;
  }
  return { labels, line: line.join('') };
}

/** Draws operations on one lane, from the column of each start to the column of its end. */
export function operationRow(spans: readonly Span[], axis: Axis, glyphs: Glyphs): string {
  const cells = Array<string>(axis.columns).fill(' ');
  for (const span of spans) {
    const { start, end } = reach(span, axis);
    const touches = cells[start] === glyphs.ends.ok;
    if (touches || cells[start] === ' ') cells[start] = touches ? glyphs.touch : glyphs.start;
    cells.fill(glyphs.bar, start + 1, end);
    const outcome = outcomeOf(span);
    cells[end] = start === end && outcome === 'ok' ? glyphs.instant : glyphs.ends[outcome];
  }
  return cells.join('').trimEnd();
}

/** Draws blocking work; the end of each turn shows, also where the next one follows at once. */
export function workRow(spans: readonly Span[], axis: Axis, glyphs: Glyphs): string {
  const cells = Array<string>(axis.columns).fill(' ');
  for (const span of spans) {
    const { start, end } = reach(span, axis);
    if (cells[start] === ' ') cells[start] = glyphs.workStart;
    cells.fill(glyphs.work, start + 1, end);
    const outcome = outcomeOf(span);
    cells[end] = outcome === 'ok' ? glyphs.workEnd : glyphs.ends[outcome];
  }
  return cells.join('').trimEnd();
}

function reach(span: Span, axis: Axis): { start: number; end: number } {
  const start = axis.column(span.start);
  const end = span.end === undefined ? axis.columns - 1 : axis.column(span.end);
  return { start, end: Math.max(start, end) };
}

/** One digit per column: the most operations in flight between it and the next one. */
export function inFlightRow(steps: readonly InFlightStep[], axis: Axis, glyphs: Glyphs): string {
  const digit = (count: number) => (count > 9 ? '+' : String(count));
  return counts(steps, axis)
    .map((count) => (count === 0 ? glyphs.none : digit(count)))
    .join('');
}

/** Where operations without a lane of their own were in flight. */
export function hiddenRow(steps: readonly InFlightStep[], axis: Axis, glyphs: Glyphs): string {
  return counts(steps, axis)
    .map((count) => (count === 0 ? ' ' : glyphs.hidden))
    .join('')
    .trimEnd();
}

function counts(steps: readonly InFlightStep[], axis: Axis): number[] {
  const most = Array<number>(axis.columns).fill(0);
  steps.forEach(({ at, count }, index) => {
    const next = steps[index + 1];
    const from = axis.column(at);
    const to = next ? Math.max(axis.column(next.at), from + 1) : axis.columns;
    for (let column = from; column < to; column++) {
      most[column] = Math.max(most[column] ?? 0, count);
    }
  });
  return most;
}
