import { inspect, isDeepStrictEqual } from 'node:util';
import { CheckFailure, shapeOf, type TimelineNotes } from './failure.ts';
import { Lab } from './lab.ts';
import { Tracked } from './settled.ts';
import { type Span, Trace } from './trace.ts';

function fail(kind: string, sentence: string, why = '', notes: TimelineNotes = {}): never {
  throw new CheckFailure(why === '' ? `${sentence}.` : `${sentence}: ${why}.`, kind, notes);
}

function show(value: unknown): string {
  return inspect(value, { breakLength: 60, depth: 4, maxArrayLength: 20, maxStringLength: 200 });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function spansNamed(trace: Trace, name: string): Span[] {
  const spans = trace.operations(name);
  if (spans.length === 0) fail('missing-operation', `Your code never started "${name}"`);
  return spans;
}

const lastEnd = (spans: readonly Span[]): number =>
  Math.max(...spans.map((span) => span.end ?? Number.POSITIVE_INFINITY));
const firstStart = (spans: readonly Span[]): number => Math.min(...spans.map((span) => span.start));

/** What can be said of a trace. `why` is for the learner: what is wrong with the schedule, or what to do. */
export class TraceMatchers {
  readonly #trace: Trace;

  constructor(trace: Trace) {
    this.#trace = trace;
  }

  /** The last span ended exactly at `ms`. */
  toFinishAt(ms: number, why?: string): void {
    finishAt(this.#trace.makespan, ms, why);
  }

  /** Exactly `expected` operations were in flight at the busiest moment. */
  toPeakAt(expected: number, why?: string): void {
    const { peak } = this.#trace;
    if (peak === expected) return;
    const found = `At the busiest moment ${count(peak, 'operation')} ran at once`;
    const sentence =
      peak < expected
        ? `${found}, and ${expected} can overlap`
        : `${found}, and only ${expected} may`;
    fail(peak < expected ? 'toPeakAt:below' : 'toPeakAt:above', sentence, why, {
      peak: `(expected ${expected})`,
    });
  }

  /** The named operations were all in flight at one moment. */
  toOverlap(names: readonly string[], why?: string): void {
    const groups = names.map((name) => ({ name, spans: spansNamed(this.#trace, name) }));
    const moments = groups.flatMap(({ spans }) => spans.map(({ start }) => start));
    const isInFlight = (span: Span, at: number) => span.start <= at && at < lastEnd([span]);
    const allInFlight = (at: number) =>
      groups.every(({ spans }) => spans.some((span) => isInFlight(span, at)));
    if (moments.some(allInFlight)) return;
    for (const { name, spans } of groups) {
      const start = firstStart(spans);
      const over = groups.find((other) => other.name !== name && start >= lastEnd(other.spans));
      if (!over) continue;
      fail(
        'toOverlap',
        `"${name}" started at ${start} ms, when "${over.name}" was already over`,
        why,
      );
    }
    const list = names.map((name) => `"${name}"`).join(' and ');
    fail('toOverlap', `There was no moment at which ${list} were all in flight`, why);
  }

  /** Each named operation started only after the one before it had ended. */
  toRunInOrder(names: readonly string[], why?: string): void {
    for (const [i, name] of names.slice(1).entries()) {
      const before = spansNamed(this.#trace, names[i] as string);
      const start = firstStart(spansNamed(this.#trace, name));
      if (start >= lastEnd(before)) continue;
      const end = lastEnd(before);
      const over = Number.isFinite(end) ? `ended at ${end} ms` : 'never ended';
      fail('toRunInOrder', `"${name}" started at ${start} ms, but "${names[i]}" ${over}`, why);
    }
  }

  /** The named operation started at these times, once for each. */
  toStartAt(name: string, ms: number | readonly number[], why?: string): void {
    const expected = typeof ms === 'number' ? [ms] : [...ms];
    const starts = this.#trace.operations(name).map((span) => span.start);
    if (isDeepStrictEqual(starts, expected)) return;
    const list = (times: number[]) => (times.length === 0 ? 'never' : `at ${times.join(', ')} ms`);
    const sentence = `"${name}" started ${list(starts)}, expected ${list(expected)}`;
    fail(`toStartAt:${Math.sign(starts.length - expected.length)}`, sentence, why);
  }

  /** No operation started later than `ms`, usually the moment of an abort. */
  toStartNothingAfter(ms: number, why?: string): void {
    const late = this.#trace.operations().filter((span) => span.start > ms);
    const [first] = late;
    if (!first) return;
    fail(
      'toStartNothingAfter',
      `${count(late.length, 'operation')} started after ${ms} ms, the first ("${first.name}") at ${first.start} ms`,
      why,
    );
  }

  /** No blocking stretch of work lasted longer than `ms`. */
  toStayResponsive(ms: number, why?: string): void {
    const stretches = blockingStretches(this.#trace);
    const worst = stretches.reduce((a, b) => (b.length > a.length ? b : a), { at: 0, length: 0 });
    if (worst.length <= ms) return;
    fail(
      'toStayResponsive',
      `The event loop was blocked for ${worst.length} ms from ${worst.at} ms on, and ${ms} ms is the most it may be`,
      why,
    );
  }
}

/** Work that followed on work without a pause: nothing else could run in between. */
function blockingStretches(trace: Trace): { at: number; length: number }[] {
  const stretches: { at: number; length: number; turn: number }[] = [];
  for (const span of trace.spans.filter(({ kind }) => kind === 'work')) {
    const last = stretches.at(-1);
    const length = (span.end ?? span.start) - span.start;
    if (last && last.turn === span.turn) last.length += length;
    else stretches.push({ at: span.start, length, turn: span.turn });
  }
  return stretches;
}

function finishAt(actual: number, expected: number, why: string | undefined): void {
  if (actual === expected) return;
  const kind = actual > expected ? 'toFinishAt:late' : 'toFinishAt:early';
  fail(kind, `It was over at ${actual} ms, expected at ${expected} ms`, why, {
    elapsed: `expected ${expected} ms`,
  });
}

/** What can be said of a promise that was run or tracked. */
export class SettledMatchers {
  readonly #settled: Tracked;

  constructor(settled: Tracked) {
    this.#settled = settled;
  }

  toFinishAt(ms: number, why?: string): void {
    if (this.#settled.status === 'pending') fail('pending', 'Your promise is still pending', why);
    finishAt(this.#settled.at, ms, why);
  }

  /** It is fulfilled with a value equal to `expected`. */
  toFulfil(expected: unknown, why?: string): void {
    const { status, value, error, at } = this.#settled;
    if (status === 'pending') fail('pending', `Your promise is still pending at ${at} ms`, why);
    if (status === 'rejected') {
      const sentence = `Your promise rejected at ${at} ms with "${error?.name}: ${error?.message}"`;
      fail('toFulfil:rejected', `${sentence}, expected ${show(expected)}`, why);
    }
    if (isDeepStrictEqual(value, expected)) return;
    const sentence = `Your promise resolved with ${show(value)}, expected ${show(expected)}`;
    fail('toFulfil:value', sentence, why);
  }

  /** It is rejected with `reason`: this very object, not one like it. */
  toRejectWith(reason: unknown, why?: string): void {
    const { status, value, error, at, untrusted } = this.#settled;
    if (status === 'rejected' && untrusted === reason) return;
    const expected =
      reason instanceof Error
        ? `"${reason.name}: ${reason.message}", the very error`
        : `${show(reason)} itself`;
    const found =
      status === 'pending'
        ? `is still pending at ${at} ms`
        : status === 'rejected'
          ? `rejected with "${error?.name}: ${error?.message}"`
          : `resolved with ${show(value)}`;
    fail(
      `toRejectWith:${status}`,
      `Your promise ${found}, expected it to reject with ${expected}`,
      why,
    );
  }
}

/** What can be said of a lab after a run. */
export class LabMatchers {
  readonly #lab: Lab;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** When the promise settled, no timer was armed, no operation in flight, no abort listener attached. */
  toLeaveNothingBehind(why?: string): void {
    const { timers, operations, listeners } = this.#lab.leftovers;
    const [timer] = timers;
    if (timer) {
      const kind = timer.repeats ? 'an interval' : 'a timer';
      fail(
        'leftover-timer',
        `When your promise settled, ${kind} of ${timer.ms} ms was still armed`,
        why,
      );
    }
    if (operations.length > 0) {
      const sentence = `When your promise settled, "${operations[0]}" was still in flight`;
      fail('leftover-operation', sentence, why);
    }
    if (listeners > 0) {
      const sentence = `When your promise settled, ${count(listeners, 'abort listener')} of yours hung on the signal`;
      fail('leftover-listener', sentence, why);
    }
  }
}

/** What can be said of plain data. */
export class ValueMatchers {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  /** Equal in structure; `why` says what it is and what had to be true. */
  toEqual(expected: unknown, why: string): void {
    if (isDeepStrictEqual(this.#value, expected)) return;
    const sentence = `Got ${show(this.#value)}, expected ${show(expected)}: ${why}.`;
    throw new CheckFailure(sentence, shapeOf(why));
  }
}

/** Says something about what happened, and fails the check with a sentence when it is not so. */
export function expect(actual: Trace): TraceMatchers;
export function expect(actual: Lab): LabMatchers;
export function expect(actual: Tracked): SettledMatchers;
export function expect(actual: unknown): ValueMatchers;
export function expect(
  actual: unknown,
): TraceMatchers | LabMatchers | SettledMatchers | ValueMatchers {
  if (actual instanceof Trace) return new TraceMatchers(actual);
  if (actual instanceof Lab) return new LabMatchers(actual);
  if (actual instanceof Tracked) return new SettledMatchers(actual);
  return new ValueMatchers(actual);
}

export type Expect = typeof expect;
