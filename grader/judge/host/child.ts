import type { Budget } from '../../lab/explore/strategies.ts';
import type { Isolation } from '../../verdict.ts';
import {
  type GuestExercise,
  type GuestMessage,
  type GuestRequest,
  MAX_LINE_BYTES,
  parseMessage,
} from '../protocol.ts';
import { atEnd } from './at-end.ts';
import type { Bundle } from './bundle.ts';
import { type Usage, usageOf } from './process-tree.ts';
import { confirmIsolation, type GuestProcess, killGuest, spawnGuest } from './sandbox.ts';

/** What one guest may use; times in real ms, sizes in bytes. */
export interface Limits {
  /** Processor time without a sign of life, after which the event loop counts as blocked. */
  silentCpuMs: number;
  /** Real time without a sign of life, for code that blocks without computing. */
  silentMs: number;
  /** Processor time for one check, whatever it does. */
  checkCpuMs: number;
  /** Real time to boot. */
  bootMs: number;
  /** Resident memory of the whole process tree. */
  memory: number;
  /** What may be written to standard output and error, which no honest guest uses. */
  output: number;
  /** All messages about one check together. */
  messages: number;
}

export const DEFAULT_LIMITS: Limits = {
  silentCpuMs: 500,
  silentMs: 5_000,
  checkCpuMs: 3_000,
  bootMs: 15_000,
  memory: 384 * 1024 * 1024,
  output: 256 * 1024,
  messages: 4 * 1024 * 1024,
};

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
}

/** What a guest is asked to do. */
export interface Job {
  exercises: GuestExercise[];
  onResult: (message: Extract<GuestMessage, { type: 'result' }>) => void;
  /** With `watch`: how much processor time the loop must have been blocked for, in ms. */
  stuckMs?: number;
  budget?: Budget | undefined;
  signal?: AbortSignal | undefined;
}

const POLL_MS = 25;
/** How long what a guest has written may still come in after its end. */
const PIPES_MS = 1_000;
const STUCK_MS = 100;
/** A poll that comes later than this tells of the host, which was busy or suspended, and not of the guest. */
const MAX_POLL_MS = 4 * POLL_MS;

/**
 * Processor time without a sign of life that a guest has which is watched from inside: the inspector slows microtasks down,
 * and most of its looks find no frame of the learner's.
 */
const WATCHED_SILENT_CPU_MS = 2_000;

/**
 * A guest that blocks and has grown by so many bytes since it was heard of last is filling its memory. Garbage that was not
 * collected yet makes 75 MiB at the most, and one that keeps objects meets V8's heap limit at about 130.
 */
const GREEDY_GROWTH = 90 * 1024 * 1024;
/** Who has grown by so much may be either. On a busy machine it takes longer until that can be told. */
const DOUBTFUL_GROWTH = 60 * 1024 * 1024;

/** Real time, from any beginning. Node would load `performance` for it, while a learner waits for the guest to start. */
function realMs(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** One guest, from its start to its death. It boots at once, and judges what it is asked to. */
export class Child {
  readonly #options: ChildOptions;
  readonly #guest: GuestProcess;
  readonly #closed: Promise<void>;
  #job: Job | undefined;
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
  #lastPoll = realMs();
  /** Whether the guest has given a sign of life since the last poll, and what it had used by then. */
  #alive = false;
  #silentMs = 0;
  #cpuAtSign = 0;
  #memoryAtSign = 0;
  /** What it had used at the first poll after the check began. */
  #cpuAtStart: number | undefined;

  constructor(options: ChildOptions) {
    this.#options = options;
    this.#guest = spawnGuest(options.bundle, options.watch);
    const { process: child } = this.#guest;
    // However the grader ends, no guest outlives it.
    const forget = atEnd(() => this.#kill('stopped'));
    child.on('error', () => this.#kill('no-boot'));
    child.on('exit', () => {
      killGuest(this.#guest);
      // From now on its number may be another's.
      this.#hasEnded = true;
      const closePipes = (): void => {
        for (const pipe of child.stdio) pipe?.destroy();
      };
      // Who has said everything is not listened to any longer. In any case, whatever it started, and got away, must not
      // hold the grader up by holding the pipes.
      if (this.#end === 'done') closePipes();
      else setTimeout(closePipes, PIPES_MS).unref();
    });
    child.stdout?.on('data', (chunk: Buffer) => this.#spill(chunk));
    child.stderr?.on('data', (chunk: Buffer) => this.#spill(chunk));
    const reports = child.stdio[3] as NodeJS.ReadableStream;
    reports.setEncoding('utf8').on('data', (text: string) => this.#receive(text));
    child.stdin?.on('error', () => {});
    this.#closed = new Promise((resolve) => {
      child.on('close', () => {
        forget();
        resolve();
      });
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
    this.#guest.process.stdin?.end(this.#request(job));
    await this.#closed;
    clearInterval(poll);
    signal?.removeEventListener('abort', stop);
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

  /** Ends a guest that nothing was asked of. */
  async discard(): Promise<void> {
    this.#kill('stopped');
    await this.#closed;
  }

  #request({ exercises, stuckMs = STUCK_MS, budget }: Job): string {
    const { watch } = this.#options;
    const request: GuestRequest = { exercises, watch, stuckMs, ...(budget ? { budget } : {}) };
    return JSON.stringify(request);
  }

  #endOfItsOwn(): ChildEnd {
    if (/heap out of memory|Allocation failed|Array buffer allocation/.test(this.#stderr))
      return 'memory';
    return this.#isReady ? 'died' : 'no-boot';
  }

  #kill(end: ChildEnd): void {
    this.#end ??= end;
    if (!this.#hasEnded) killGuest(this.#guest);
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
    this.#alive = true;
    if (message.type === 'ready') {
      this.#nonce = message.nonce;
      confirmIsolation(this.#guest.isolation);
    }
    if (message.type === 'start') {
      this.#current = { slug: message.slug, check: message.check };
      this.#cpuAtStart = undefined;
    }
    if (message.type === 'result') {
      const { slug, check } = this.#current ?? {};
      if (message.slug !== slug || message.check !== check) return this.#kill('died');
      this.#current = undefined;
      this.#received = 0;
      this.#job?.onResult(message);
    }
    if (message.type === 'end') this.#kill('done');
  }

  #poll(): void {
    if (this.#end) return;
    const { limits, watch } = this.#options;
    const { pid } = this.#guest.process;
    const usage = pid === undefined ? undefined : usageOf(pid);
    if (usage && usage.memory > limits.memory * (watch ? 1.5 : 1)) return this.#kill('memory');
    this.#noteSilence(usage);
    if (!this.#isReady) {
      if (this.#silentMs > limits.bootMs) this.#kill('no-boot');
      return;
    }
    // With a watchdog inside, it is the watchdog that speaks; the host waits longer. Not for long: a loop in the engine's
    // own code cannot be paused.
    const silentMs = limits.silentMs * (watch ? 2 : 1);
    const silentCpuMs = usage ? usage.cpuMs - this.#cpuAtSign : this.#silentMs / 2;
    const growth = usage ? usage.memory - this.#memoryAtSign : 0;
    const inDoubt = growth > DOUBTFUL_GROWTH && growth <= GREEDY_GROWTH;
    const maxCpuMs = watch ? WATCHED_SILENT_CPU_MS : limits.silentCpuMs * (inDoubt ? 1.5 : 1);
    if (silentCpuMs > maxCpuMs || this.#silentMs > silentMs) {
      return this.#kill(growth > GREEDY_GROWTH ? 'memory' : 'blocked');
    }
    const cpuMs = usage?.cpuMs ?? realMs();
    this.#cpuAtStart ??= cpuMs;
    // With a watchdog too: code may hang in one run and go on without an end in the next.
    if (cpuMs - this.#cpuAtStart > limits.checkCpuMs * (watch ? 2 : 1)) this.#kill('time');
  }

  #noteSilence(usage: Usage | undefined): void {
    const now = realMs();
    const sincePoll = Math.min(now - this.#lastPoll, MAX_POLL_MS);
    this.#lastPoll = now;
    this.#silentMs = this.#alive ? 0 : this.#silentMs + sincePoll;
    if (this.#alive && usage) {
      this.#cpuAtSign = usage.cpuMs;
      this.#memoryAtSign = usage.memory;
    }
    this.#alive = false;
  }
}
