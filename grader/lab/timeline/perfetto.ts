import type { Span } from '../trace.ts';
import type { TimelineInput } from './lanes.ts';
import { inFlightSteps, lastMoment, outcomeWord, WORK_LANE } from './lanes.ts';

interface Metadata {
  ph: 'M';
  pid: number;
  tid: number;
  name: 'process_name' | 'thread_name' | 'thread_sort_index';
  args: { name: string } | { sort_index: number };
}

interface Complete {
  ph: 'X';
  pid: number;
  tid: number;
  cat: Span['kind'];
  name: string;
  /** Microseconds. */
  ts: number;
  /** Microseconds. */
  dur: number;
  args: { outcome: string };
}

interface Counter {
  ph: 'C';
  pid: number;
  tid: number;
  name: 'in flight';
  /** Microseconds. */
  ts: number;
  args: { operations: number };
}

interface Instant {
  ph: 'i';
  pid: number;
  tid: number;
  name: string;
  /** Microseconds. */
  ts: number;
  /** Global: the line crosses all lanes. */
  s: 'g';
}

/** One event of the Chrome trace format that Perfetto reads. */
export type PerfettoEvent = Metadata | Complete | Counter | Instant;

const PID = 1;
const PROCESS_TID = 0;
const FIRST_TID = 1;

/**
 * Converts a trace from virtual milliseconds to the microseconds of Perfetto (ui.perfetto.dev).
 * What never finished reaches to the last thing that happened.
 */
export function perfettoTrace(
  trace: TimelineInput,
  name: string,
): { displayTimeUnit: 'ms'; traceEvents: PerfettoEvent[] } {
  const end = lastMoment(trace);
  const work = trace.spans.filter((span) => span.kind === 'work');
  const operations = trace.spans.filter((span) => span.kind === 'operation');
  const workTid = FIRST_TID + operations.length;
  return {
    displayTimeUnit: 'ms',
    traceEvents: [
      { ph: 'M', pid: PID, tid: PROCESS_TID, name: 'process_name', args: { name } },
      // Perfetto draws overlapping slices wrongly on one thread, so each operation has its own.
      ...operations.flatMap((span, index) => {
        const tid = FIRST_TID + index;
        return [...lane(tid, span.name), slice(tid, span, end)];
      }),
      ...(work.length > 0 ? lane(workTid, WORK_LANE) : []),
      ...work.map((span) => slice(workTid, span, end)),
      ...counters(trace.spans),
      ...trace.marks.map(
        ({ at, text }): Instant => ({
          ph: 'i',
          pid: PID,
          tid: PROCESS_TID,
          name: text,
          ts: microseconds(at),
          s: 'g',
        }),
      ),
    ],
  };
}

function lane(tid: number, name: string): Metadata[] {
  return [
    { ph: 'M', pid: PID, tid, name: 'thread_name', args: { name } },
    { ph: 'M', pid: PID, tid, name: 'thread_sort_index', args: { sort_index: tid } },
  ];
}

function slice(tid: number, span: Span, endMs: number): Complete {
  const ts = microseconds(span.start);
  return {
    ph: 'X',
    pid: PID,
    tid,
    cat: span.kind,
    name: span.name,
    ts,
    dur: Math.max(0, microseconds(span.end ?? endMs) - ts),
    args: { outcome: outcomeWord(span) },
  };
}

function counters(spans: readonly Span[]): Counter[] {
  const steps = inFlightSteps(spans);
  const isEmptyAtFirst = steps[0]?.at !== 0;
  return [...(isEmptyAtFirst ? [{ at: 0, count: 0 }] : []), ...steps].map(({ at, count }) => ({
    ph: 'C',
    pid: PID,
    tid: PROCESS_TID,
    name: 'in flight',
    ts: microseconds(at),
    args: { operations: count },
  }));
}

function microseconds(ms: number): number {
  return Math.round(ms * 1000);
}
