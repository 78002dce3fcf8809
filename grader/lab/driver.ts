import type { VirtualClock } from './clock.ts';
import type { Enabled, PendingEvent } from './event.ts';
import type { Scheduler } from './explore/scheduler.ts';
import type { Immediate } from './timer.ts';

/** More events than this at one virtual instant cannot be progress. */
const MAX_EVENTS_PER_INSTANT = 10_000;
const MAX_EVENTS = 30_000;
/**
 * Without durations nothing says how often a timer fires while an operation is under way; an interval could fire for
 * ever. So many times in a row may a timer be chosen before an operation or a cue.
 */
const MAX_TIMERS_IN_A_ROW = 3;
/** When a livelock is repeated only to name its lines, a few turns of it are enough. */
const MAX_EVENTS_DIAGNOSING = 500;
/** How far a run is followed after its promise has settled, when something goes on for ever. */
const MAX_EVENTS_AFTER_SETTLING = 1_000;

/** The real event loop's `setImmediate`, captured before anything virtual is installed. */
const nativeImmediate = setImmediate;

/**
 * So many turns share one iteration of the real event loop, because the iteration costs more than most turns do. Between
 * two immediates of one iteration, too, Node runs every nextTick and microtask.
 */
const TURNS_PER_ITERATION = 16;

/** Calls `turn` as an immediate of its own, again and again, while it returns `true`. */
function repeat(turn: () => boolean): void {
  let goesOn = true;
  const one = (): void => {
    goesOn &&= turn();
  };
  const iteration = (): void => {
    for (let i = 1; i < TURNS_PER_ITERATION; i++) nativeImmediate(one);
    nativeImmediate(() => {
      one();
      if (goesOn) iteration();
    });
  };
  iteration();
}

/** How a run ended: everything quiet, or not. */
export type RunEnd = 'quiet' | 'livelock' | 'stopped';

export interface DriverOptions {
  clock: VirtualClock;
  scheduler: Scheduler;
  /** Called after each turn of the real event loop; the judge's sign of life. */
  onTurn: () => void;
  /** Whether the run repeats a failure to name its lines. */
  diagnosing: boolean;
}

/**
 * Moves virtual time. It does what Node's event loop does, in Node's order: due timers and I/O, then immediates, then
 * on to the next deadline. Exactly one callback runs per real immediate, so that between two of them every microtask and
 * nextTick has run, however many there are.
 */
export class Driver {
  readonly #clock: VirtualClock;
  readonly #scheduler: Scheduler;
  readonly #onTurn: () => void;
  readonly #maxEvents: number;
  #pending: PendingEvent[] = [];
  #immediates: Immediate[] = [];
  #chain = 0;
  #chains = 0;
  #eventsNow = 0;
  #events = 0;
  #timersInARow = 0;
  #recent: string[] = [];

  constructor({ clock, scheduler, onTurn, diagnosing }: DriverOptions) {
    this.#clock = clock;
    this.#scheduler = scheduler;
    this.#onTurn = onTurn;
    this.#maxEvents = diagnosing ? MAX_EVENTS_DIAGNOSING : MAX_EVENTS;
  }

  get pending(): readonly PendingEvent[] {
    return this.#pending;
  }

  /** The last few things that happened, for a livelock's message. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Adds an event `ms` from now; the returned function takes it back. */
  schedule(kind: PendingEvent['kind'], label: string, ms: number, fire: () => void): () => void {
    const nominal = Math.max(0, ms);
    const delay = kind === 'cue' ? nominal : (this.#scheduler.duration?.(nominal) ?? nominal);
    const event: PendingEvent = {
      kind,
      at: this.#clock.now + delay,
      order: this.#clock.nextOrder(),
      chain: this.#takeChain(),
      label,
      fire,
    };
    this.#pending.push(event);
    return () => this.#remove(event);
  }

  /**
   * Runs `start`, then everything that follows, until `isSettled` and nothing ordinary is left to happen, or until
   * `shouldStop`. `onSettled` is called once, at the first quiet moment after settling.
   */
  run(hooks: {
    start: () => void;
    isSettled: () => boolean;
    onSettled: () => void;
    shouldStop: () => boolean;
  }): Promise<RunEnd> {
    let settledAt: number | undefined;
    const { promise, resolve } = Promise.withResolvers<RunEnd>();
    const end = (how: RunEnd): false => {
      resolve(how);
      return false;
    };
    const turn = (): boolean => {
      this.#onTurn();
      this.#clock.startTurn();
      if (hooks.shouldStop()) return end('stopped');
      if (settledAt === undefined && hooks.isSettled()) {
        settledAt = this.#events;
        hooks.onSettled();
      }
      const over = settledAt !== undefined && this.#events - settledAt > MAX_EVENTS_AFTER_SETTLING;
      if (over || !this.#fireNext(settledAt !== undefined)) return end('quiet');
      if (this.#eventsNow > MAX_EVENTS_PER_INSTANT || this.#events > this.#maxEvents) {
        return end('livelock');
      }
      return true;
    };
    const start = (): boolean => {
      this.#chain = this.#newChain();
      this.#clock.startTurn();
      this.#clock.call(hooks.start);
      next = turn;
      return true;
    };
    let next = start;
    this.#eventsNow = 0;
    this.#events = 0;
    repeat(() => next());
    return promise;
  }

  /** Fires one callback; `false` when there is none. After settling, what only unref'd timers wait for is left alone. */
  #fireNext(settled: boolean): boolean {
    for (;;) {
      const immediate = this.#immediates.shift();
      if (immediate) {
        if (immediate.cancelled) continue;
        this.#note('setImmediate');
        this.#chain = this.#newChain();
        this.#clock.call(() => immediate.fire());
        return true;
      }
      if (this.#scheduler.timed && this.#fireDue()) return true;
      this.#immediates = this.#clock.takeImmediates();
      if (this.#immediates.length > 0) continue;
      if (!this.#scheduler.timed) return this.#fireChosen(settled);
      if (!this.#advance(settled)) return false;
    }
  }

  /** Timed: whatever is due at this instant, one of several as the scheduler likes. */
  #fireDue(): boolean {
    const { now } = this.#clock;
    const due = this.#pending.filter((event) => event.at <= now);
    const cue = due.find((event) => event.kind === 'cue');
    if (cue) {
      this.#fire(cue);
      return true;
    }
    // After blocking work several things are overdue: they come in the order in which they were due.
    const timer = this.#clock.nextTimeout()?.at ?? Number.POSITIVE_INFINITY;
    const first = due.reduce((soonest, { at }) => Math.min(soonest, at), timer);
    if (first > now) return false;
    return this.#fireOneOf(
      due.filter(({ at }) => at === first),
      timer === first,
    );
  }

  /** Untimed: any operation may be the next to finish; timers and cues keep their own order. */
  #fireChosen(settled: boolean): boolean {
    const cues = this.#pending.filter((event) => event.kind === 'cue');
    const firstCue = cues.sort((a, b) => a.at - b.at || a.order - b.order)[0];
    const events = this.#pending.filter((e) => e.kind === 'operation' || e === firstCue);
    const timer = this.#clock.nextTimeout() !== undefined && !this.#onlyUnref(settled);
    const enough = events.length > 0 && this.#timersInARow >= MAX_TIMERS_IN_A_ROW;
    return this.#fireOneOf(events, timer && !enough);
  }

  #fireOneOf(events: PendingEvent[], timer: boolean): boolean {
    const count = events.length + (timer ? 1 : 0);
    if (count === 0) return false;
    if (count === 1) {
      this.#fire(events[0]);
      return true;
    }
    const timeout = timer ? this.#clock.nextTimeout() : undefined;
    const enabled: (Enabled & { event?: PendingEvent })[] = events.map((event) => ({
      order: event.order,
      chain: event.chain,
      label: event.label,
      event,
    }));
    if (timeout) enabled.push({ order: timeout.order, chain: -1, label: 'timer' });
    enabled.sort((a, b) => a.order - b.order);
    this.#fire(enabled[this.#scheduler.choose(enabled)]?.event);
    return true;
  }

  /** Fires an event, or the first timer when there is none. */
  #fire(event: PendingEvent | undefined): void {
    if (!event) {
      this.#note('timer');
      this.#timersInARow += 1;
      this.#chain = -1;
      this.#clock.fireNextTimeout();
      return;
    }
    this.#remove(event);
    this.#timersInARow = 0;
    if (!this.#scheduler.timed) {
      // Without durations, time is only the rank in which things happened.
      const rank = this.#clock.now + 1;
      this.#clock.moveTo(event.kind === 'cue' ? Math.max(rank, event.at) : rank);
    }
    this.#note(event.label);
    this.#chain = event.chain;
    this.#clock.call(() => event.fire());
  }

  #advance(settled: boolean): boolean {
    const timer = this.#onlyUnref(settled) ? undefined : this.#clock.nextTimeout()?.at;
    const next = this.#pending.reduce(
      (soonest, event) => Math.min(soonest, event.at),
      timer ?? Number.POSITIVE_INFINITY,
    );
    if (next === Number.POSITIVE_INFINITY) return false;
    if (next > this.#clock.now) {
      this.#clock.moveTo(next);
      this.#eventsNow = 0;
    }
    return true;
  }

  #onlyUnref(settled: boolean): boolean {
    if (!settled || this.#pending.length > 0) return false;
    return this.#clock.pendingTimeouts.every((timeout) => !timeout.hasRef());
  }

  #remove(event: PendingEvent): void {
    const index = this.#pending.indexOf(event);
    if (index >= 0) this.#pending.splice(index, 1);
  }

  #newChain(): number {
    this.#chains += 1;
    return this.#chains;
  }

  /** The first thing started in a turn continues the chain of what caused it; the others are forks. */
  #takeChain(): number {
    const chain = this.#chain > 0 ? this.#chain : this.#newChain();
    this.#chain = 0;
    return chain;
  }

  #note(label: string): void {
    this.#events += 1;
    this.#eventsNow += 1;
    this.#recent.push(label);
    if (this.#recent.length > 5) this.#recent.shift();
  }
}
