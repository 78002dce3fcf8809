import { formatTime, makeAxis } from './axis.ts';
import type { Frame } from './frame.ts';
import { labelledRow, labelledText } from './frame.ts';
import type { Glyphs } from './glyphs.ts';
import { ASCII, UNICODE } from './glyphs.ts';
import type { Lanes, TimelineInput } from './lanes.ts';
import { arrangeLanes, inFlightSteps, lastMoment, peakOf, tally, WORK_LANE } from './lanes.ts';
import { markLines } from './marks.ts';
import { columnsOf, cut, plain, wrap } from './plain-text.ts';
import { axisRows, hiddenRow, inFlightRow, operationRow, workRow } from './rows.ts';

export type { TimelineInput } from './lanes.ts';

export interface TimelineOptions {
  /** The sentence above the picture. */
  title?: string;
  /** Draws with plain ASCII; names, title, notes and footer keep their own characters. */
  ascii?: boolean;
  /** Total columns, from 50 to 80; 80 unless told. */
  width?: number;
  /** The most lanes before operations collapse into `+8 more`; 12 unless told. */
  maxLanes?: number;
  /** What was expected: `peak` is appended to the peak, `elapsed` to the elapsed time. */
  notes?: { peak?: string; elapsed?: string };
  /** Lines below the picture. */
  footer?: readonly string[];
  /**
   * Virtual milliseconds to which the axis reaches, for pictures on one scale; nothing that
   * happened is cut off. The last thing that happened unless told.
   */
  end?: number;
}

const MAX_WIDTH = 80;
const MIN_WIDTH = 50;
const MAX_LANES = 12;
const MAX_NAME = 18;
/** Columns kept free after the axis: room for ` never finished` and `  peak 1 (expected 3)`. */
const RIGHT_MARGIN = 21;
/** Columns that what never finished reaches beyond the end. */
const TAIL = 3;
const MIN_TICK_SPACING = 6;

/**
 * Draws what happened, in virtual milliseconds, as text of at most `options.width` columns: a lane
 * per operation, how many were in flight, the marks, and the time until the last thing happened.
 */
export function drawTimeline(trace: TimelineInput, options: TimelineOptions = {}): string {
  const frame = makeFrame(trace, options);
  const { title, notes = {}, footer = [] } = options;
  const lanes = arrangeLanes(trace.spans, positive(options.maxLanes, MAX_LANES), frame.axis.column);
  return [
    ...(title === undefined ? [] : wrap(title, frame.width)),
    ...axisLines(frame),
    ...laneLines(lanes, frame),
    ...inFlightLines(trace, notes.peak, frame),
    ...markLines(trace.marks, frame),
    ...elapsedLines(trace, notes.elapsed, frame),
    ...footer.flatMap((line) => wrap(line, frame.width)),
  ].join('\n');
}

function makeFrame(trace: TimelineInput, options: TimelineOptions): Frame {
  const width = Math.min(Math.max(positive(options.width, MAX_WIDTH), MIN_WIDTH), MAX_WIDTH);
  const glyphs = options.ascii ? ASCII : UNICODE;
  const names = trace.spans.map(({ kind, name }) => (kind === 'work' ? WORK_LANE : name));
  const gutter = ['in flight', `+${names.length} more`, ...names]
    .map((name) => columnsOf(shorten(name, glyphs)) + 1)
    .reduce((widest, columns) => Math.max(widest, columns));
  const { end = 0 } = options;
  const axis = makeAxis(Math.max(lastMoment(trace), Number.isFinite(end) ? end : 0), {
    columns: width - gutter - RIGHT_MARGIN,
    tail: trace.spans.some((span) => span.end === undefined) ? TAIL : 0,
    spacing: (label) => Math.max(MIN_TICK_SPACING, label.length + 2),
  });
  return { axis, glyphs, gutter, width };
}

function positive(value: number | undefined, otherwise: number): number {
  return value !== undefined && value >= 1 ? Math.floor(value) : otherwise;
}

function shorten(name: string, { ellipsis }: Glyphs): string {
  return cut(plain(name), MAX_NAME, ellipsis);
}

function axisLines(frame: Frame): string[] {
  const { labels, line } = axisRows(frame.axis, frame.glyphs);
  return [labels, line].flatMap((row) => labelledRow('', row, '', frame));
}

function laneLines({ shown, hidden, work }: Lanes, frame: Frame): string[] {
  const { axis, glyphs } = frame;
  const lines = shown.flatMap(({ name, spans }) =>
    labelledRow(shorten(name, glyphs), operationRow(spans, axis, glyphs), tally(spans), frame),
  );
  if (hidden.length > 0) {
    const row = hiddenRow(inFlightSteps(hidden), axis, glyphs);
    lines.push(...labelledRow(`+${hidden.length} more`, row, tally(hidden), frame));
  }
  if (work.length > 0) {
    lines.push(...labelledRow(WORK_LANE, workRow(work, axis, glyphs), tally(work), frame));
  }
  return lines.length > 0 ? lines : ['no operation was started'];
}

function inFlightLines({ spans }: TimelineInput, note: string | undefined, frame: Frame): string[] {
  const steps = inFlightSteps(spans);
  const words = ` peak ${peakOf(steps)}${note === undefined ? '' : ` ${plain(note)}`}`;
  return labelledRow('in flight', inFlightRow(steps, frame.axis, frame.glyphs), words, frame);
}

function elapsedLines(trace: TimelineInput, note: string | undefined, frame: Frame): string[] {
  const elapsed = formatTime(lastMoment(trace));
  const text = note === undefined ? elapsed : `${elapsed} ${frame.glyphs.dash} ${note}`;
  return labelledText('elapsed', text, frame);
}
