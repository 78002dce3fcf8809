/** How a span ended; `running` means that it never did. */
export type SpanStatus = 'running' | 'ok' | 'failed' | 'aborted';

/** One operation, or one stretch of blocking work, from its start to its end. All times are virtual milliseconds. */
export interface Span {
  readonly id: number;
  /** The operation's name as the lane shows it, for example `GET /a`. */
  readonly name: string;
  /** `work` blocks the event loop while it lasts; an `operation` does not. */
  readonly kind: 'operation' | 'work';
  /** What the operation was called with, copied to plain data. */
  readonly args: readonly unknown[];
  readonly start: number;
  /** Number of the event loop's turn in which it started. */
  readonly turn: number;
  end?: number;
  status: SpanStatus;
}

/** One moment worth pointing at: an abort, a wrong value shown, an unhandled rejection. */
export interface Mark {
  readonly at: number;
  readonly text: string;
}

/** What happened in one run of a check, in the order in which it happened. */
export class Trace {
  readonly spans: Span[] = [];
  readonly marks: Mark[] = [];

  #turn = 0;

  /** Number of the event loop's turn that is under way. */
  get turn(): number {
    return this.#turn;
  }

  /** Tells the trace that the event loop has turned. */
  startTurn(): void {
    this.#turn += 1;
  }

  /** Opens a span; its `id` is its position in order of start. */
  begin(name: string, kind: Span['kind'], args: readonly unknown[], at: number): Span {
    const id = this.spans.length;
    const span: Span = { id, name, kind, args, start: at, turn: this.#turn, status: 'running' };
    this.spans.push(span);
    return span;
  }

  mark(at: number, text: string): void {
    this.marks.push({ at, text });
  }

  /** Spans of simulated I/O whose name is `name`, or all of them. */
  operations(name?: string): Span[] {
    return this.spans.filter(
      (span) => span.kind === 'operation' && (name === undefined || span.name === name),
    );
  }

  /** The virtual time at which the last span ended, 0 when nothing happened. */
  get makespan(): number {
    return Math.max(0, ...this.spans.map((span) => span.end ?? span.start));
  }

  /** The most operations in flight at once; one that ends when another starts does not overlap it. */
  get peak(): number {
    const edges = this.operations().flatMap((span) => [
      { at: span.start, change: 1 },
      { at: span.end ?? Number.POSITIVE_INFINITY, change: -1 },
    ]);
    edges.sort((a, b) => a.at - b.at || a.change - b.change);
    let inFlight = 0;
    let peak = 0;
    for (const edge of edges) {
      inFlight += edge.change;
      peak = Math.max(peak, inFlight);
    }
    return peak;
  }
}
