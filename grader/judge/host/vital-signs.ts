import type { Usage } from './process-tree.ts';

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

/** How often one looks, in real ms. */
export const POLL_MS = 25;
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

/** The end of a process is told within milliseconds. Who is not to be seen for so many looks is hiding. */
const MAX_UNTOLD_LOOKS = 40;

/** What is known of a guest from outside: what it uses, and when it was heard of last. */
export class VitalSigns {
  readonly #limits: Limits;
  readonly #watch: boolean;
  #lastLook = realMs();
  /** Whether the system tells what the guest uses, and how often in a row it has not. */
  #isTold = false;
  #untold = 0;
  /** Whether the guest has given a sign of life since the last look, and what it had used by then. */
  #alive = false;
  #silentMs = 0;
  #cpuAtSign = 0;
  #memoryAtSign = 0;
  /** What it had used at the first look after the check began. */
  #cpuAtStart: number | undefined;

  /** With `watch` there is a watchdog inside, which speaks first; the host waits longer. */
  constructor(limits: Limits, watch: boolean) {
    this.#limits = limits;
    this.#watch = watch;
  }

  /** To be called for every message. */
  noteMessage(): void {
    this.#alive = true;
  }

  /** To be called when a check begins. */
  noteStart(): void {
    this.#cpuAtStart = undefined;
  }

  /**
   * Looks at the guest: why it must be ended, if it must. `usage` is what it has used so far, where the system tells; when
   * it tells no longer, the guest has just ended by itself.
   */
  diagnose(
    usage: Usage | undefined,
    isReady: boolean,
  ): 'memory' | 'no-boot' | 'blocked' | 'time' | undefined {
    const { memory, bootMs, silentMs, silentCpuMs, checkCpuMs } = this.#limits;
    const watch = this.#watch;
    if (!usage && this.#isTold) {
      this.#untold += 1;
      return this.#untold > MAX_UNTOLD_LOOKS ? 'blocked' : undefined;
    }
    this.#isTold = usage !== undefined;
    this.#untold = 0;
    if (usage && usage.memory > memory * (watch ? 1.5 : 1)) return 'memory';
    this.#noteSilence(usage);
    if (!isReady) return this.#silentMs > bootMs ? 'no-boot' : undefined;
    const growth = usage ? usage.memory - this.#memoryAtSign : 0;
    const inDoubt = growth > DOUBTFUL_GROWTH && growth <= GREEDY_GROWTH;
    const usedMs = usage ? usage.cpuMs - this.#cpuAtSign : this.#silentMs / 2;
    // Also with a watchdog not for long: a loop in the engine's own code cannot be paused.
    const maxUsedMs = watch ? WATCHED_SILENT_CPU_MS : silentCpuMs * (inDoubt ? 1.5 : 1);
    if (usedMs > maxUsedMs || this.#silentMs > silentMs * (watch ? 2 : 1)) {
      return growth > GREEDY_GROWTH ? 'memory' : 'blocked';
    }
    const cpuMs = usage?.cpuMs ?? realMs();
    this.#cpuAtStart ??= cpuMs;
    // With a watchdog too: code may hang in one run and go on without an end in the next.
    return cpuMs - this.#cpuAtStart > checkCpuMs * (watch ? 2 : 1) ? 'time' : undefined;
  }

  #noteSilence(usage: Usage | undefined): void {
    const now = realMs();
    const sinceLook = Math.min(now - this.#lastLook, MAX_POLL_MS);
    this.#lastLook = now;
    this.#silentMs = this.#alive ? 0 : this.#silentMs + sinceLook;
    if (this.#alive && usage) {
      this.#cpuAtSign = usage.cpuMs;
      this.#memoryAtSign = usage.memory;
    }
    this.#alive = false;
  }
}
