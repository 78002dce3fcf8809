import type { Exercise } from '../../course/catalogue.ts';
import type { Budget } from '../../lab/explore/strategies.ts';
import type { Outcome } from '../../verdict.ts';
import type { GuestExercise, GuestResult } from '../protocol.ts';
import type { Bundle } from './bundle.ts';
import { Child, type ChildOptions, type ChildRun } from './child.ts';
import type { Ledger } from './ledger.ts';
import { blockedOutcome, brokenOutcome, memoryOutcome } from './outcomes.ts';
import { isolation } from './sandbox.ts';
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
  /** Guests that have been started already, with these limits. */
  started: Child[];
}

/** A right answer, compiled. */
export type RightAnswer = Pick<GuestExercise, 'code' | 'map' | 'source'>;

/** To boot another guest must be worth its while. */
const MIN_EXERCISES_PER_GUEST = 3;

/** What one guest was asked to judge, and how it ended. */
interface Share {
  ledgers: readonly Ledger[];
  run: ChildRun;
}

/** Judges one submission: guest after guest, until every check has a verdict. */
export class Session {
  readonly #options: SessionOptions;
  readonly #explanations: Promise<void>[] = [];
  /** How often a process has died without a reason, by check. */
  readonly #deaths = new Map<string, number>();
  #fruitless = 0;
  #ledgers: readonly Ledger[] = [];
  /** Guests that boot while the files are compiled. */
  readonly #spare: Child[];

  /** Starts guests for so many exercises. */
  constructor(options: SessionOptions, exercises: number) {
    this.#options = options;
    this.#spare = [...options.started];
    while (this.#spare.length < this.#guestsFor(exercises)) this.#spare.push(this.#start());
  }

  /** Ends what has been started and was not needed. */
  async close(): Promise<void> {
    await Promise.all(this.#spare.map((child) => child.discard()));
  }

  async judge(ledgers: readonly Ledger[]): Promise<void> {
    this.#ledgers = ledgers;
    for (;;) {
      const open = ledgers.filter((ledger) => ledger.remaining.length > 0);
      const [first] = open;
      if (!first || this.#options.signal?.aborted) break;
      const shares = first.hung ? this.#finishHung(first) : this.#spread(open);
      for (const { run, ledgers } of await Promise.all(shares)) this.#conclude(run, ledgers);
      await this.#settleDoubts();
      this.#options.onProgress();
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

  /**
   * Deals the exercises out, so that the first of them are done first: there and back again, because they grow within a
   * section, and nobody should get the bigger one of every pair.
   */
  #spread(open: readonly Ledger[]): Promise<Share>[] {
    const guests = this.#guestsFor(open.length);
    return Array.from({ length: guests }, async (_, guest) => {
      const ledgers = open.filter((_, i) => {
        const place = i % (2 * guests);
        return Math.min(place, 2 * guests - 1 - place) === guest;
      });
      const child = this.#spare.shift() ?? this.#start();
      return { ledgers, run: await this.#run(child, ledgers.map(remainingOf)) };
    });
  }

  /** The other checks of an exercise that has hung, in two guests at a time: most of them will hang as well. */
  #finishHung(ledger: Ledger): Promise<Share>[] {
    const rest = remainingOf(ledger);
    const half = Math.ceil(rest.checks.length / 2);
    const halves = [rest.checks.slice(0, half), rest.checks.slice(half)];
    return halves
      .filter((checks) => checks.length > 0)
      .map(async (checks) => {
        const child = this.#start({ limits: this.#hurriedLimits() });
        return { ledgers: [ledger], run: await this.#run(child, [{ ...rest, checks }]) };
      });
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
    return new Child({ bundle, limits, watch: false, ...changes });
  }

  /** Has exercises judged, and puts down what comes of it. */
  #run(child: Child, exercises: GuestExercise[]): Promise<ChildRun> {
    const { budget, signal } = this.#options;
    return child.run({
      exercises,
      budget,
      signal,
      onResult: ({ slug, check, result }) => {
        const ledger = findLedger(this.#ledgers, { slug, check });
        if (!ledger) return;
        this.#fruitless = 0;
        ledger.record(check, result);
        this.#options.onProgress();
      },
    });
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

  /** The guest ended between checks or did not boot: try again, then it is an internal error. */
  #concludeWithoutCheck(run: ChildRun, ledgers: readonly Ledger[]): void {
    const left = ledgers.filter(({ remaining }) => remaining.length > 0);
    if (left.length === 0) return;
    // A container may forbid what bubblewrap does: the next guests do without it.
    if (run.end === 'no-boot' && run.isolation !== isolation()) return;
    this.#fruitless += 1;
    if (this.#fruitless < MAX_FRUITLESS_GUESTS) return;
    for (const ledger of left) ledger.giveUp(brokenOutcome({ ...run, end: 'no-boot' }));
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
