import type { VirtualClock } from './clock.ts';
import { Driver } from './driver.ts';
import { type Exploration, explore, type Scenario } from './explore/explore.ts';
import type { Scheduler } from './explore/scheduler.ts';
import { DEFAULT_BUDGET } from './explore/strategies.ts';
import { CheckFailure } from './failure.ts';
import type { Leftovers } from './leftovers.ts';
import { leftoversOf } from './leftovers.ts';
import { createOperation, type OperationSpec } from './operation.ts';
import { outcomeSentence, type Site } from './outcome.ts';
import { errorText, type PlainError, plainError } from './plain.ts';
import type { Random } from './random.ts';
import type { RealmGlobals } from './realm.ts';
import { Tracked } from './settled.ts';
import { Trace } from './trace.ts';
import type { World } from './world.ts';

type Of<A extends unknown[], T> = T | ((...args: A) => T);

const { abort: nativeAbort } = AbortController.prototype;

/** Thrown through trusted code by a call into the submission that threw; carries what was thrown. */
export class SubmissionThrew extends Error {
  override name = 'SubmissionThrew';
  readonly untrusted: unknown;

  constructor(untrusted: unknown) {
    super(errorText(untrusted));
    this.untrusted = untrusted;
  }
}

/** How a run's promise rejected. */
export interface Rejection {
  readonly error: PlainError;
  /** Virtual ms. */
  readonly at: number;
  /** Where in the learner's file the error was made, when it was made there. */
  readonly site: Site | undefined;
}

/** A rejection that nobody handled before the event loop turned. */
export interface UnhandledRejection {
  readonly error: PlainError;
  /** Virtual ms. */
  readonly at: number;
}

export interface RunOptions {
  /** Return a pending record instead of failing when the promise never settles. */
  mayHang?: boolean;
}

/** The virtual world of one run: a clock, simulated operations and a trace. All times are virtual milliseconds. */
export class Lab {
  readonly trace = new Trace();
  readonly unhandled: UnhandledRejection[] = [];
  /** Errors that callbacks threw: natively uncaught exceptions. */
  readonly uncaught: UnhandledRejection[] = [];
  /** What was still armed, running or listening when the last run's promise settled. */
  leftovers: Leftovers = { timers: [], operations: [], listeners: 0 };
  /** How the last run's promise rejected, if it did. */
  rejection: Rejection | undefined;
  /** Errors that the check itself made its operations fail with: nothing that a learner must be told of. */
  readonly expectedErrors = new Set<unknown>();
  readonly #world: World;
  readonly #clock: VirtualClock;
  readonly #driver: Driver;
  readonly #signals: AbortSignal[] = [];
  readonly #random: Random;
  #failure: CheckFailure | undefined;
  /** Whether the promise of the last run came from the submission itself. */
  #isSubmissions = false;

  constructor(world: World, random: Random, scheduler: Scheduler) {
    this.#world = world;
    this.#clock = world.clock;
    this.#random = random;
    const onTurn = (): void => {
      world.host.onTurn();
      this.trace.startTurn();
    };
    this.#driver = new Driver({
      clock: world.clock,
      scheduler,
      onTurn,
      diagnosing: world.diagnosing,
    });
  }

  /** Repeatable randomness: fresh inputs in every run, the same ones in a replay. */
  get random(): Random {
    this.#world.seeded = true;
    return this.#random;
  }

  /** The virtual time in ms since this lab began. */
  get now(): number {
    return this.#clock.now;
  }

  /** Virtual timers for programs of the check's own: in the judge its global ones are real. */
  get timers(): Pick<RealmGlobals, 'setTimeout' | 'clearTimeout' | 'setImmediate'> {
    return this.#world.globals;
  }

  /** Why the run was stopped, if it was. */
  get failure(): CheckFailure | undefined {
    return this.#failure;
  }

  /** Makes a traced async function; `name` is its lane, or makes it from the arguments. */
  operation<A extends unknown[] = unknown[], R = void>(
    name: Of<A, string>,
    spec: OperationSpec<A, R>,
  ): (...args: A) => Promise<R> {
    return this.#world.host.shield(createOperation(this, name, spec));
  }

  /** Makes a traced function that blocks: it moves the clock by `takes` ms before it returns. */
  work<A extends unknown[] = unknown[], R = void>(
    name: Of<A, string>,
    spec: { takes: Of<A, number>; returns?: Of<A, R> },
  ): (...args: A) => R {
    const valueFor = <T>(of: Of<A, T>, args: A): T =>
      typeof of === 'function' ? (of as (...a: A) => T)(...args) : of;
    return this.#world.host.shield((...args: A) => {
      const span = this.trace.begin(valueFor(name, args), 'work', args, this.now);
      this.#clock.moveTo(this.now + valueFor(spec.takes, args));
      span.end = this.now;
      span.status = 'ok';
      return valueFor(spec.returns as Of<A, R>, args);
    });
  }

  /** Resolves at the virtual time `ms`, before anything else that is due then. For the check itself. */
  at(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#driver.schedule('cue', 'cue', ms - this.now, resolve);
    return promise;
  }

  /** Watches a promise (or a value) without awaiting it. */
  track(untrusted: unknown): Tracked {
    return new Tracked(() => this.now).follow(untrusted);
  }

  /** A controller whose signal is watched for abort listeners left behind. */
  abortController(): AbortController {
    const controller = new AbortController();
    const { signal } = controller;
    let aborted: { reason: unknown } | undefined;
    Object.defineProperty(controller, 'abort', {
      value(reason: unknown = new DOMException('This operation was aborted', 'AbortError')) {
        aborted ??= { reason };
        nativeAbort.call(controller, aborted.reason);
      },
    });
    // The lab, its checks and Node's getEventListeners believe what a signal says of itself under these names; what Node
    // itself notes in it, a submission can write.
    Object.defineProperties(signal, {
      listeners: { value: undefined },
      constructor: { value: signal.constructor },
      aborted: { get: () => aborted !== undefined, enumerable: true },
      reason: { get: () => aborted?.reason, enumerable: true },
    });
    this.#signals.push(signal);
    return controller;
  }

  /** Aborts at the virtual time `ms` and points at the moment in the timeline. */
  async abortAt(ms: number, controller: AbortController, reason?: unknown): Promise<void> {
    await this.at(ms);
    this.trace.mark(this.now, 'abort');
    controller.abort(reason);
  }

  /**
   * Calls `start` and drives virtual time until what it returned has settled and the world is quiet.
   *
   * @throws {CheckFailure} when the promise never settles (deadlock, livelock, a blocked loop), unless `mayHang`.
   */
  async run(start: () => unknown, options: RunOptions = {}): Promise<Tracked> {
    const tracked = new Tracked(() => this.now);
    const end = await this.#driver.run({
      start: () => this.#start(start, tracked),
      isSettled: () => tracked.status !== 'pending',
      onSettled: () => {
        const { abortListeners } = this.#world.host;
        this.leftovers = leftoversOf(this.#clock, this.trace, this.#signals, abortListeners);
      },
      shouldStop: () => this.#failure !== undefined,
    });
    if (this.#failure) throw this.#failure;
    // A claim that fails inside `start` is the check's own verdict, not something to be settled with.
    if (tracked.untrusted instanceof CheckFailure) throw tracked.untrusted;
    if (end === 'livelock' || (tracked.status === 'pending' && !options.mayHang)) {
      throw this.#hanging(end === 'livelock' ? 'livelock' : 'deadlock');
    }
    if (this.#isSubmissions) this.#markSettling(tracked);
    this.#noteRejection(tracked);
    return tracked;
  }

  /**
   * Runs `scenario` under many schedules (see `explore`). Use it once in a check and as all of it: each schedule starts
   * a lab of its own at time 0.
   */
  explore(scenario: Scenario): Promise<Exploration> {
    return explore(this.#world, scenario, this.#world.exploration);
  }

  /**
   * How many random cases a check may try: 200, or few where it is repeated with many seeds. For checks that compare with
   * a model or a library.
   */
  get cases(): number {
    return (this.#world.exploration.budget ?? DEFAULT_BUDGET).cases;
  }

  /** Schedules part of an operation; the returned function cancels it. For `operation.ts`. */
  schedule(label: string, ms: number, fire: () => void): () => void {
    return this.#driver.schedule('operation', label, ms, fire);
  }

  /** Stops the run that is under way with a failure. For the world, when the clock or the loop is misused. */
  stop(failure: CheckFailure): void {
    this.#failure ??= failure;
  }

  noteUnhandled(untrusted: unknown): void {
    if (untrusted instanceof CheckFailure) return this.stop(untrusted);
    const error = plainError(untrusted);
    this.unhandled.push({ error, at: this.now });
    this.trace.mark(this.now, `unhandled ${error.name}: ${error.message}`);
  }

  noteUncaught(untrusted: unknown): void {
    if (untrusted instanceof CheckFailure) return this.stop(untrusted);
    this.uncaught.push({ error: plainError(untrusted), at: this.now });
  }

  #start(start: () => unknown, tracked: Tracked): void {
    const running = (async () => {
      try {
        const returned = start();
        this.#isSubmissions = this.#world.returned.has(returned as object);
        return await returned;
      } catch (error) {
        throw error instanceof SubmissionThrew ? error.untrusted : error;
      }
    })();
    tracked.follow(running);
  }

  /** Points at the moment of settling when the spans do not show it. */
  #markSettling({ status, at }: Tracked): void {
    if (status === 'pending' || at === this.trace.makespan || this.trace.spans.length === 0) return;
    const verb = status === 'fulfilled' ? 'resolved' : 'rejected';
    this.trace.mark(at, `your promise ${verb}`);
  }

  #noteRejection({ error, at, untrusted }: Tracked): void {
    this.rejection = undefined;
    const aborted = this.#signals.some(
      ({ reason }) => reason !== undefined && reason === untrusted,
    );
    if (!error || aborted || this.expectedErrors.has(untrusted)) return;
    const { stackOf, sitesIn } = this.#world.host;
    const [site] = untrusted instanceof Error ? sitesIn(stackOf(untrusted)) : [];
    this.rejection = { error, at, site };
  }

  #hanging(kind: 'deadlock' | 'livelock'): CheckFailure {
    const sites = kind === 'deadlock' ? this.#world.stuckAwaits() : this.#world.recentSites();
    const sentence = outcomeSentence(kind, { now: this.now, recent: this.#driver.recent, sites });
    return new CheckFailure(sentence, kind);
  }
}
