import type { Mark, Span, SpanStatus } from '../trace.ts';

/** What a timeline is drawn from; a `Trace` is one. All times are virtual milliseconds. */
export interface TimelineInput {
  readonly spans: readonly Span[];
  readonly marks: readonly Mark[];
}

/** One line of the picture: one operation, or several of the same name that follow each other. */
export interface Lane {
  readonly name: string;
  readonly spans: readonly Span[];
}

export interface Lanes {
  readonly shown: readonly Lane[];
  /** The operations that found no lane. */
  readonly hidden: readonly Span[];
  /** Blocking work; it shares one lane, because there is only one event loop. */
  readonly work: readonly Span[];
}

/** From `at` on, `count` operations were in flight. */
export interface InFlightStep {
  readonly at: number;
  readonly count: number;
}

export const WORK_LANE = 'event loop';

const WORDS: Record<SpanStatus, string> = {
  ok: 'ok',
  failed: 'rejected',
  aborted: 'aborted',
  running: 'never finished',
};

/** How a span ended; one without an end is `running`, whatever its status says. */
export function outcomeOf(span: Span): SpanStatus {
  return span.end === undefined ? 'running' : span.status;
}

/** The learner's word for how a span ended. */
export function outcomeWord(span: Span): string {
  return WORDS[outcomeOf(span)];
}

/** Names what did not go well: `rejected` for one span, `2 rejected, 1 aborted` for several. */
export function tally(spans: readonly Span[]): string {
  const unhappy = (['failed', 'aborted', 'running'] as const).map((status) => {
    const count = spans.filter((span) => outcomeOf(span) === status).length;
    if (count === 0) return '';
    return spans.length === 1 ? WORDS[status] : `${count} ${WORDS[status]}`;
  });
  return unhappy.filter((words) => words !== '').join(', ');
}

/** The virtual milliseconds at which the last thing happened; 0 when nothing did. */
export function lastMoment({ spans, marks }: TimelineInput): number {
  const moments = [...spans.map((span) => span.end ?? span.start), ...marks.map(({ at }) => at)];
  return moments.filter(Number.isFinite).reduce((last, at) => Math.max(last, at), 0);
}

/**
 * Deals spans to at most `maxLanes` lanes in order of start. Operations of one name share a lane
 * only where that makes all of them fit; `column` tells where a virtual millisecond is drawn.
 */
export function arrangeLanes(
  spans: readonly Span[],
  maxLanes: number,
  column: (ms: number) => number,
): Lanes {
  const work = spans.filter((span) => span.kind === 'work');
  const operations = spans.filter((span) => span.kind === 'operation');
  const room = Math.max(1, work.length > 0 ? maxLanes - 1 : maxLanes);
  if (operations.length > room) {
    const shared = shareLanes(operations, room, column);
    if (shared) return { shown: shared, hidden: [], work };
  }
  const shown = operations.slice(0, room).map((span) => ({ name: span.name, spans: [span] }));
  return { shown, hidden: operations.slice(room), work };
}

function shareLanes(
  operations: readonly Span[],
  room: number,
  column: (ms: number) => number,
): Lane[] | undefined {
  const lanes: { name: string; spans: Span[]; last: Span }[] = [];
  for (const span of operations) {
    const lane = lanes.find(({ name, last }) => name === span.name && follows(last, span, column));
    if (lane) {
      lane.spans.push(span);
      lane.last = span;
    } else if (lanes.length < room) {
      lanes.push({ name: span.name, spans: [span], last: span });
    } else {
      return undefined;
    }
  }
  return lanes;
}

/** Bars that touch may share the column of that instant, but neither may disappear in it. */
function follows(before: Span, after: Span, column: (ms: number) => number): boolean {
  if (before.end === undefined || after.start < before.end) return false;
  const gap = column(after.start) - column(before.end);
  const isWide = (span: Span) => span.end === undefined || column(span.end) > column(span.start);
  return gap > 0 || (gap === 0 && isWide(before) && isWide(after));
}

/**
 * How many operations were in flight, as steps in order of time. One that ends at the instant
 * another starts does not overlap it, and one that takes no time is never in flight.
 */
export function inFlightSteps(spans: readonly Span[]): InFlightStep[] {
  const changes = new Map<number, number>();
  const change = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  for (const { kind, start, end } of spans) {
    if (kind !== 'operation' || (end !== undefined && end <= start)) continue;
    change(start, 1);
    if (end !== undefined) change(end, -1);
  }
  const steps: InFlightStep[] = [];
  let count = 0;
  for (const [at, by] of [...changes].sort(([a], [b]) => a - b)) {
    count += by;
    if (by !== 0) steps.push({ at, count });
  }
  return steps;
}

/** The most operations in flight at once. */
export function peakOf(steps: readonly InFlightStep[]): number {
  return steps.reduce((peak, { count }) => Math.max(peak, count), 0);
}
