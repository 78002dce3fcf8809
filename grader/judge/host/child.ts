import type { Budget } from '../../lab/explore/strategies.ts';
import type { Isolation } from '../../verdict.ts';
import {
  type GuestExercise,
  type GuestMessage,
  type GuestSettings,
  MAX_LINE_BYTES,
  parseMessage,
} from '../protocol.ts';
import type { Bundle } from './bundle.ts';
import { usageOf } from './process-tree.ts';
import { confirmIsolation, type GuestProcess, spawnGuest, writeLine } from './sandbox.ts';
import { type Limits, POLL_MS, VitalSigns } from './vital-signs.ts';

/** How a guest came to its end. */
export type ChildEnd =
  | 'done'
  | 'blocked'
  | 'time'
  | 'memory'
  | 'output'
  /** It died, or sent what no guest sends, without having been asked to. */
  | 'died'
  /** It never became ready: the grader's own fault. */
  | 'no-boot'
  | 'stopped';

export interface ChildRun {
  end: ChildEnd;
  /** The check that was under way at the end. */
  current: { slug: string; check: string } | undefined;
  /** Where the loop is stuck, in the compiled code; only with `watch`. */
  stuck: { line: number; column: number } | undefined;
  /** The last of what it wrote to standard error, for an internal error. */
  stderr: string;
  isolation: Isolation;
}

export interface ChildOptions {
  bundle: Bundle;
  /** Watch from inside, to name the line of a hang. */
  watch: boolean;
  limits: Limits;
  /** One that has been started already, of this bundle and with this `watch`. */
  guest?: GuestProcess;
  /** Whether it has been asked already for the first exercise of its job. */
  isAsked?: boolean;
}

/** What a guest is asked to do. */
export interface Job {
  /** Of a list all are sent at once; otherwise each is taken when the one before is done. */
  exercises: GuestExercise[] | AsyncIterable<GuestExercise>;
  onResult: (message: Extract<GuestMessage, { type: 'result' }>) => void;
  /** With `watch`: how much processor time the loop must have been blocked for, in ms. */
  stuckMs?: number;
  budget?: Budget | undefined;
  signal?: AbortSignal | undefined;
}

/** How long what a guest has written may still come in after its end. */
const PIPES_MS = 1_000;
const STUCK_MS = 100;

/** One guest, from its start to its death. It boots at once, and judges what it is asked to. */
export class Child {
  readonly #options: ChildOptions;
  readonly #guest: GuestProcess;
  #job: Job | undefined;
  #isAsked: boolean;
  /** Whether it has nothing to do at the moment. */
  #isIdle = true;
  /** How many checks of what it was asked last have no result yet, and what to do when all have. */
  #unanswered = 0;
  #onAnswered = (): void => {};
  /** What its messages are known by, from the first one on. */
  #nonce: string | undefined;
  #end: ChildEnd | undefined;
  #hasEnded = false;
  #current: ChildRun['current'];
  #stuck: ChildRun['stuck'];
  #stderr = '';
  #output = 0;
  #received = 0;
  #buffer = '';
  readonly #vitalSigns: VitalSigns;

  constructor(options: ChildOptions) {
    this.#options = options;
    this.#vitalSigns = new VitalSigns(options.limits, options.watch);
    this.#guest = options.guest ?? spawnGuest(options.bundle, options.watch);
    const { process: child, ended } = this.#guest;
    child.stdout?.on('data', (chunk: Buffer) => this.#spill(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.#spill(chunk));
    // Who is at work already is listened to when it is known by whom it was asked.
    this.#isAsked = options.isAsked ?? false;
    if (!this.#isAsked) this.#listen();
    void ended.then(() => {
      this.#hasEnded = true;
      // Who has said everything is not listened to any longer, nor is who died before anybody listened. In any case,
      // whatever it started, and got away, must not hold the grader up by holding the pipes.
      if (this.#end === 'done' || this.#isAsked) this.#closePipes();
      else setTimeout(() => this.#closePipes(), PIPES_MS).unref();
    });
  }

  /** To be called once. */
  async run(job: Job): Promise<ChildRun> {
    this.#job = job;
    const { signal } = job;
    // After the messages that have arrived meanwhile: a host that was busy must not take them for silence.
    const poll = setInterval(() => setImmediate(() => this.#poll()), POLL_MS);
    const stop = (): void => this.#kill('stopped');
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
    const feeding = this.#feed(job).catch((error) => {
      stop();
      throw error;
    });
    try {
      await Promise.all([feeding, this.#guest.closed]);
    } finally {
      clearInterval(poll);
      signal?.removeEventListener('abort', stop);
    }
    return {
      end: this.#end ?? this.#endOfItsOwn(),
      current: this.#current,
      stuck: this.#stuck,
      stderr: this.#stderr,
      isolation: this.#guest.isolation,
    };
  }

  get #isReady(): boolean {
    return this.#nonce !== undefined;
  }

  /** Ends it, if it has not ended yet. */
  async discard(): Promise<void> {
    this.#kill('stopped');
    this.#closePipes();
    await this.#guest.closed;
  }

  async #feed({ exercises, stuckMs = STUCK_MS, budget }: Job): Promise<void> {
    const { watch } = this.#options;
    const settings: GuestSettings = {
      ...(watch ? { stuckMs } : {}),
      ...(budget ? { budget } : {}),
    };
    if (!this.#isAsked) writeLine(this.#guest, settings);
    for await (const some of Array.isArray(exercises) ? [exercises] : inTurn(exercises)) {
      if (this.#hasEnded) return;
      await this.#ask(some);
      if (this.#hasEnded) return;
    }
    this.#isIdle = false;
    this.#guest.process.stdin?.end();
  }

  /** Resolves when every check of these exercises has its result, or will never have one. */
  async #ask(exercises: readonly GuestExercise[]): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#onAnswered = resolve;
    });
    this.#unanswered = exercises.flatMap(({ checks }) => checks).length;
    this.#isIdle = false;
    if (this.#isAsked) this.#listen();
    else for (const exercise of exercises) writeLine(this.#guest, exercise);
    this.#isAsked = false;
    if (this.#unanswered > 0) await Promise.race([answered, this.#guest.ended]);
    this.#isIdle = true;
  }

  #listen(): void {
    const reports = this.#guest.process.stdio[3] as NodeJS.ReadableStream;
    reports.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
  }

  #endOfItsOwn(): ChildEnd {
    if (/heap out of memory|Allocation failed|Array buffer allocation/.test(this.#stderr))
      return 'memory';
    return this.#isReady ? 'died' : 'no-boot';
  }

  #kill(end: ChildEnd): void {
    this.#end ??= end;
    this.#guest.kill();
  }

  #closePipes(): void {
    for (const pipe of this.#guest.process.stdio) pipe?.destroy();
  }

  #spill(chunk: Buffer): void {
    this.#output += chunk.length;
    this.#stderr = (this.#stderr + chunk.toString()).slice(-4_000);
    if (this.#output > this.#options.limits.output) this.#kill('output');
  }

  #receive(text: string): void {
    this.#received += text.length;
    this.#buffer += text;
    const lines = this.#buffer.split('\n');
    this.#buffer = lines.pop() ?? '';
    const tooLong = this.#buffer.length > MAX_LINE_BYTES;
    if (tooLong || this.#received > this.#options.limits.messages) return this.#kill('output');
    for (const line of lines) {
      const message = parseMessage(line, this.#nonce);
      if (!message) return this.#kill('died');
      this.#accept(message);
    }
  }

  #accept(message: GuestMessage): void {
    if (this.#end) return;
    if (message.type === 'stuck') {
      this.#stuck = { line: message.line, column: message.column };
      this.#kill('blocked');
      return;
    }
    this.#vitalSigns.noteMessage();
    if (message.type === 'ready') {
      this.#nonce = message.nonce;
      confirmIsolation(this.#guest.isolation);
    }
    if (message.type === 'start') {
      this.#current = { slug: message.slug, check: message.check };
      this.#vitalSigns.noteStart();
    }
    if (message.type === 'result') {
      const { slug, check } = this.#current ?? {};
      if (message.slug !== slug || message.check !== check) return this.#kill('died');
      this.#current = undefined;
      this.#received = 0;
      this.#job?.onResult(message);
      this.#unanswered -= 1;
      if (this.#unanswered === 0) this.#onAnswered();
    }
    if (message.type === 'end') this.#kill('done');
  }

  #poll(): void {
    if (this.#end) return;
    const { pid } = this.#guest.process;
    const usage = pid === undefined ? undefined : usageOf(pid);
    // Who has nothing to do need not say anything.
    if (this.#isIdle) this.#vitalSigns.noteMessage();
    const end = this.#vitalSigns.diagnose(usage, this.#isReady);
    if (end) this.#kill(end);
  }
}

async function* inTurn<T>(items: AsyncIterable<T>): AsyncGenerator<T[]> {
  for await (const item of items) yield [item];
}
