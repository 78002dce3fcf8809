import type { Exercise } from '../../course/catalogue.ts';
import type { ListedCheck } from '../../course/misconception.ts';
import type { CheckVerdict, Outcome, Verdict, VerdictStatus } from '../../verdict.ts';
import type { GuestExercise, GuestResult } from '../protocol.ts';

/** What is known so far of one exercise of a submission. What the guest does not report has not passed. */
export class Ledger {
  readonly exercise: Exercise;
  readonly guest: GuestExercise | undefined;
  /** Whether a check of it has hung already. */
  hung = false;
  readonly #checks: readonly ListedCheck[];
  readonly #verdicts = new Map<string, CheckVerdict>();
  readonly #notStarted = new Set<string>();
  /** Checks whose process had to be ended. */
  readonly #broken = new Set<string>();
  /** Checks that the grader itself could not judge: they count neither for nor against the learner. */
  readonly #lost = new Set<string>();
  /** Checks that broke on something, and how: the check itself may be at fault, or what it was handed. */
  readonly #doubted = new Map<string, string>();
  #outcome: Outcome | undefined;
  /** What the grader has done wrong. */
  #fault: Outcome | undefined;
  #waiting = 0;

  constructor(
    exercise: Exercise,
    checks: readonly ListedCheck[],
    start: { guest: GuestExercise } | { outcome: Outcome },
  ) {
    this.exercise = exercise;
    this.#checks = checks;
    this.guest = 'guest' in start ? start.guest : undefined;
    if (!('outcome' in start)) return;
    this.#outcome = start.outcome;
    if (start.outcome.kind === 'internal')
      for (const { id } of checks) this.#lose(id, start.outcome);
  }

  /** The checks without a verdict; none when the file could not be judged at all. */
  get remaining(): string[] {
    if (!this.guest) return [];
    return this.#checks.map(({ id }) => id).filter((id) => !this.#verdicts.has(id));
  }

  get isClosed(): boolean {
    return this.remaining.length === 0 && this.#waiting === 0 && this.#doubted.size === 0;
  }

  get doubted(): string[] {
    return [...this.#doubted.keys()];
  }

  /** Holds the verdict back until `late` has added to it. */
  async awaiting(late: Promise<void>): Promise<void> {
    this.#waiting += 1;
    await late;
    this.#waiting -= 1;
  }

  record(id: string, { status, message, kind, timeline, replay }: GuestResult): void {
    if (status === 'internal') {
      if (this.#lose(id, brokenCheckOutcome(message ?? ''))) this.#doubted.set(id, message ?? '');
      return;
    }
    const isNews = this.#set(id, {
      status: status === 'not-started' ? 'not-run' : status,
      ...(status === 'not-started' ? { message: 'not started' } : {}),
      ...(message === undefined ? {} : { message }),
      ...(kind === undefined ? {} : { kind }),
      ...(timeline === undefined ? {} : { timeline }),
      ...(replay === undefined ? {} : { replay }),
    });
    if (isNews && status === 'not-started') this.#notStarted.add(id);
  }

  /** A check ended with its process. The first outcome is the one that is shown. */
  fail(id: string, outcome: Outcome): void {
    if (outcome.kind === 'internal') {
      this.#lose(id, outcome);
      return;
    }
    this.#outcome ??= outcome;
    this.#broken.add(id);
    this.#set(id, { status: 'failed', message: outcome.message, kind: outcome.kind });
  }

  /** Nothing more can be judged, and that is the grader's fault. */
  giveUp(outcome: Outcome): void {
    for (const id of this.remaining) this.#lose(id, outcome);
  }

  /** Takes back an outcome that did not come again. */
  overrule(id: string, result: GuestResult): void {
    if (this.#broken.delete(id)) this.#outcome = undefined;
    this.#lost.delete(id);
    this.#verdicts.delete(id);
    this.record(id, result);
  }

  /** Settles all doubts: of these checks it is known that they do not break by themselves. */
  settleDoubts(sound: readonly string[]): void {
    for (const [id, detail] of this.#doubted) {
      if (sound.includes(id)) this.overrule(id, brokenByValue(detail));
    }
    this.#doubted.clear();
  }

  /** Says more exactly what is already known: a hang, now with its line. */
  explain(outcome: Outcome): void {
    this.#outcome = outcome;
  }

  verdict(): Verdict {
    const checks = this.#checks.map(
      ({ id, title, weight }): CheckVerdict =>
        this.#explained(this.#verdicts.get(id) ?? { id, title, weight, status: 'not-run' }),
    );
    const passed = checks.filter(({ status }) => status === 'passed');
    const sum = (list: readonly { weight: number }[]) =>
      list.reduce((total, { weight }) => total + weight, 0);
    return {
      id: this.exercise.id,
      status: this.#status(checks, passed.length),
      score: sum(passed),
      maxScore: sum(checks.filter(({ id }) => !this.#lost.has(id))),
      checks,
      ...(this.#shown ? { outcome: this.#shown } : {}),
    };
  }

  get #shown(): Outcome | undefined {
    return this.#lost.size > 0 ? this.#fault : this.#outcome;
  }

  /** Every check that ended like the outcome gets the outcome's words: they may have become more exact since. */
  #explained(check: CheckVerdict): CheckVerdict {
    const outcome = this.#shown;
    const isAlike = this.#broken.has(check.id) && check.kind === outcome?.kind;
    return outcome && isAlike ? { ...check, message: outcome.message } : check;
  }

  #status(checks: readonly CheckVerdict[], passed: number): VerdictStatus {
    if (!this.guest || this.#lost.size > 0) return 'error';
    if (checks.length > 0 && this.#notStarted.size === checks.length) return 'not-started';
    return passed === checks.length && passed > 0 && !this.#shown ? 'passed' : 'failed';
  }

  #lose(id: string, outcome: Outcome): boolean {
    const verdict = { status: 'not-run', message: outcome.message, kind: 'internal' } as const;
    if (!this.#set(id, verdict)) return false;
    this.#fault = outcome;
    this.#lost.add(id);
    return true;
  }

  #set(id: string, verdict: Omit<CheckVerdict, 'id' | 'title' | 'weight'>): boolean {
    const listed = this.#checks.find((check) => check.id === id);
    // Reported twice or never asked for: the first word stands, a stranger is not heard.
    if (!listed || this.#verdicts.has(id)) return false;
    this.#verdicts.set(id, { ...listed, ...verdict });
    return true;
  }
}

function brokenCheckOutcome(detail: string): Outcome {
  const message =
    'Internal error: a check of the course broke. This is not your fault and costs no points; please report it ' +
    `with your file. (${detail})`;
  return { kind: 'internal', message };
}

function brokenByValue(detail: string): GuestResult {
  const message =
    `The check broke with "${detail}" when it looked at what your code had handed over; with a right answer it does not. ` +
    'Return and pass on plain values.';
  return { status: 'failed', kind: 'threw', message };
}
