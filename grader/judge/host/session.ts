import type { Exercise } from '../../course/catalogue.ts';
import type { Budget } from '../../lab/explore/strategies.ts';
import type { Outcome } from '../../verdict.ts';
import type { GuestExercise, GuestResult } from '../protocol.ts';
import type { Bundle } from './bundle.ts';
import { Child, type ChildOptions, type ChildRun, type Job } from './child.ts';
import type { Ledger } from './ledger.ts';
import { blockedOutcome, brokenOutcome, memoryOutcome } from './outcomes.ts';
import { isolation } from './sandbox.ts';
import type { Spare } from './spare.ts';
import type { Limits } from './vital-signs.ts';

/** Once an exercise has hung, its other checks get less processor time before they count as hanging too, in ms. */
const SILENT_CPU_AFTER_HANG_MS = 150;
/** As much for code that does give control back, but does too much. */
const CHECK_CPU_AFTER_HANG_MS = 1_000;
/**
 * For how much processor time the loop must have been blocked before its line is looked for, attempt by attempt. Whoever
 * fills the memory must be watched before it is full.
 */
const PATIENCE_MS = [100, 50, 20];
/** A process may be killed by somebody else; when it ends so often at the same check, it is the check. */
const MAX_DEATHS = 3;
/** Guests in a row that end without one result. */
const MAX_FRUITLESS_GUESTS = 3;

export interface SessionOptions {
  bundle: Bundle;
  limits: Limits;
  budget: Budget | undefined;
  signal: AbortSignal | undefined;
  /** How many guests may work at once. */
  guests: number;
  /** The course's own answer to an exercise; `undefined` where it has none. */
  rightAnswer: (exercise: Exercise) => Promise<RightAnswer | undefined>;
  onProgress: () => void;
  /** A guest that has been started already. */
  spare: Spare | undefined;
}

/** A right answer, compiled. */
export type RightAnswer = Pick<GuestExercise, 'code' | 'map' | 'source'>;

/** To boot another guest must be worth its while. */
const MIN_EXERCISES_PER_GUEST = 3;

/** Judges one submission: guest after guest, until every check has a verdict. */
export class Session {
  readonly #options: SessionOptions;
  readonly #explanations: Promise<void>[] = [];
  /** How often a process has died without a reason, by check. */
  readonly #deaths = new Map<string, number>();
  /** Guests in a row that ended without one result, and how the last of them did. */
  #fruitless = 0;
  #lastFailure: ChildRun | undefined;
  #ledgers: readonly Ledger[] = [];
  readonly #started: Child[] = [];
  /** Guests that boot while the files are compiled. */
  readonly #spare: Child[];

  /** Starts guests for so many exercises. */
  constructor(options: SessionOptions, exercises: number) {
    this.#options = options;
    this.#spare = options.spare ? [this.#start(options.spare)] : [];
    while (this.#spare.length < this.#guestsFor(exercises)) this.#spare.push(this.#start());
  }

  /** Ends what has been started and was not needed, or is not any longer. */
  async close(): Promise<void> {
    await Promise.all(this.#started.map((child) => child.discard()));
  }

  /** The ledgers are judged while others are still being opened. */
  async judge(opening: readonly Promise<Ledger>[]): Promise<void> {
    await this.#spread(opening);
    this.#ledgers = await Promise.all(opening);
    for (;;) {
      await this.#settleDoubts();
      this.#options.onProgress();
      const open = this.#ledgers.filter((ledger) => ledger.remaining.length > 0);
      const [first] = open;
      if (!first || this.#options.signal?.aborted) break;
      if (this.#lastFailure && this.#fruitless >= MAX_FRUITLESS_GUESTS) {
        for (const ledger of open) ledger.giveUp(brokenOutcome(this.#lastFailure));
      } else if (first.hung) await this.#finishHung(first);
      else await this.#spread(open);
    }
    await Promise.all(this.#explanations);
    // A check that hung may break when it is repeated.
    await this.#settleDoubts();
    this.#options.onProgress();
  }

  #guestsFor(exercises: number): number {
    const useful = Math.max(1, Math.floor(exercises / MIN_EXERCISES_PER_GUEST));
    return Math.min(this.#options.guests, useful);
  }

  /** Has exercises judged by several guests: each takes the next one when it is done with the one before. */
  async #spread(ledgers: readonly (Ledger | Promise<Ledger>)[]): Promise<void> {
    const queue = [...ledgers];
    const takeFrom = async function* (taken: Ledger[]): AsyncGenerator<GuestExercise> {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const ledger = await next;
        if (ledger.remaining.length === 0) continue;
        taken.push(ledger);
        yield remainingOf(ledger);
      }
    };
    const share = async (): Promise<void> => {
      const taken: Ledger[] = [];
      await this.#run(this.#spare.shift() ?? this.#start(), takeFrom(taken), taken);
    };
    await Promise.all(Array.from({ length: this.#guestsFor(ledgers.length) }, share));
  }

  /** The other checks of an exercise that has hung, in two guests at a time: most of them will hang as well. */
  async #finishHung(ledger: Ledger): Promise<void> {
    const rest = remainingOf(ledger);
    const half = Math.ceil(rest.checks.length / 2);
    const halves = [rest.checks.slice(0, half), rest.checks.slice(half)];
    const share = async (checks: string[]): Promise<void> => {
      const child = this.#start({ limits: this.#hurriedLimits() });
      await this.#run(child, [{ ...rest, checks }], [ledger]);
    };
    await Promise.all(halves.filter((checks) => checks.length > 0).map(share));
  }

  #hurriedLimits(): Limits {
    const { limits } = this.#options;
    return {
      ...limits,
      silentCpuMs: Math.min(limits.silentCpuMs, SILENT_CPU_AFTER_HANG_MS),
      checkCpuMs: Math.min(limits.checkCpuMs, CHECK_CPU_AFTER_HANG_MS),
    };
  }

  #start(changes: Partial<ChildOptions> = {}): Child {
    const { bundle, limits } = this.#options;
    const child = new Child({ bundle, limits, watch: false, ...changes });
    this.#started.push(child);
    return child;
  }

  /** Has exercises judged, and puts down in their ledgers what comes of it. */
  async #run(child: Child, exercises: Job['exercises'], ledgers: readonly Ledger[]): Promise<void> {
    const { budget, signal } = this.#options;
    const run = await child.run({
      exercises,
      budget,
      signal,
      onResult: ({ slug, check, result }) => {
        const ledger = findLedger(ledgers, { slug, check });
        if (!ledger) return;
        this.#fruitless = 0;
        ledger.record(check, result);
        this.#options.onProgress();
      },
    });
    this.#conclude(run, ledgers);
  }

  #conclude(run: ChildRun, ledgers: readonly Ledger[]): void {
    if (run.end === 'stopped') return;
    const { current } = run;
    const ledger = current && findLedger(ledgers, current);
    if (!current || !ledger) return this.#concludeWithoutCheck(run, ledgers);
    if (run.end === 'blocked' || run.end === 'memory') {
      return this.#concludeHang(ledger, current.check, run);
    }
    const key = `${current.slug} ${current.check}`;
    const deaths = (this.#deaths.get(key) ?? 0) + (run.end === 'died' ? 1 : 0);
    this.#deaths.set(key, deaths);
    if (run.end === 'died' && deaths < MAX_DEATHS) return;
    ledger.hung = true;
    ledger.fail(current.check, brokenOutcome(run));
  }

  /** The guest ended between checks or did not boot: others will try again, and then it is an internal error. */
  #concludeWithoutCheck(run: ChildRun, ledgers: readonly Ledger[]): void {
    if (ledgers.every(({ remaining }) => remaining.length === 0)) return;
    // A container may forbid what bubblewrap does: the next guests do without it.
    if (run.end === 'no-boot' && run.isolation !== isolation()) return;
    this.#fruitless += 1;
    this.#lastFailure = { ...run, end: 'no-boot' };
  }

  #concludeHang(ledger: Ledger, check: string, run: ChildRun): void {
    const guest = ledger.guest as GuestExercise;
    const outcomeAt = (stuck: ChildRun['stuck']): Outcome =>
      run.end === 'memory' ? memoryOutcome(guest, stuck) : blockedOutcome(guest, stuck);
    ledger.fail(check, outcomeAt(undefined));
    if (ledger.hung) return;
    ledger.hung = true;
    const patience = run.end === 'memory' ? PATIENCE_MS.slice(1) : PATIENCE_MS;
    const again = this.#repeat({ ...guest, checks: [check] }, patience);
    const explained = again.then(({ stuck, result }) => {
      if (stuck) ledger.explain(outcomeAt(stuck));
      // It came to its end this time, so the machine was too busy, and not the code.
      else if (result) ledger.overrule(check, result);
    });
    this.#explanations.push(ledger.awaiting(explained).then(this.#options.onProgress));
  }

  /**
   * Where a check broke, nothing about the error tells whose fault it is: all of it can be the submission's making. But a
   * check that a right answer passes is sound, so that it was broken by what it had been handed.
   */
  async #settleDoubts(): Promise<void> {
    for (const ledger of this.#ledgers) {
      const { doubted, exercise, guest, remaining } = ledger;
      if (!guest || doubted.length === 0 || remaining.length > 0) continue;
      const right = await this.#options.rightAnswer(exercise);
      const sound: string[] = [];
      if (right) {
        const { budget, signal } = this.#options;
        await this.#start().run({
          exercises: [{ ...guest, ...right, checks: doubted }],
          budget,
          signal,
          onResult: ({ check, result }) => {
            if (result.status === 'passed') sound.push(check);
          },
        });
      }
      ledger.settleDoubts(sound);
    }
  }

  /** Runs a check that hung once more, with a watchdog inside that names the line. */
  async #repeat(
    guest: GuestExercise,
    patience: readonly number[],
  ): Promise<{ stuck?: ChildRun['stuck']; result?: GuestResult }> {
    const { budget, signal } = this.#options;
    for (const stuckMs of patience) {
      if (signal?.aborted) break;
      const results: GuestResult[] = [];
      const { stuck, end } = await this.#start({ watch: true }).run({
        exercises: [guest],
        stuckMs,
        budget,
        signal,
        onResult: ({ result }) => results.push(result),
      });
      const [result] = results;
      if (stuck || result) return { stuck, ...(result ? { result } : {}) };
      // Nobody could pause it, and nobody will.
      if (end === 'blocked') break;
    }
    return {};
  }
}

/** The one that waits for this check; an exercise may have been asked for twice. */
function findLedger(
  ledgers: readonly Ledger[],
  { slug, check }: { slug: string; check: string },
): Ledger | undefined {
  return ledgers.find(
    ({ exercise, remaining }) => exercise.id === slug && remaining.includes(check),
  );
}

function remainingOf(ledger: Ledger): GuestExercise {
  return { ...(ledger.guest as GuestExercise), checks: ledger.remaining };
}
