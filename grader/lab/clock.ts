import { AsyncResource } from 'node:async_hooks';
import { createClock } from '@sinonjs/fake-timers';
import { Immediate, Timeout } from './timer.ts';

const MAX_DELAY_MS = 2 ** 31 - 1;

/** Captured before anything virtual is installed. */
const nativeTimeout = setTimeout;

/** One turn that reads the clock this often waits for a time that cannot come while it runs. */
const MAX_READS_PER_TURN = 100_000;

/** Thrown into code that waits for time to pass without ever giving control back. */
export class BusyWait extends Error {
  override name = 'BusyWait';
}

/** The delay in ms that Node really uses: what is no number of at least 1, or too large, becomes 1. */
export function clampDelay(delay: unknown): number {
  // Multiplied like Node does it, so that a symbol or a bigint throws the same TypeError.
  const ms = (delay as number) * 1;
  return ms >= 1 && ms <= MAX_DELAY_MS ? Math.trunc(ms) : 1;
}

/** The two internals of fake-timers that the driver reads; `clock.test.ts` holds them in place. */
interface FakeClock {
  now: number;
  timerHeap?: { peek(): { id: number; callAt: number } | undefined };
  setTimeout(callback: () => void, ms: number): { [Symbol.toPrimitive](): number };
  clearTimeout(id: number): void;
  next(): number;
}

type Callback = (...args: unknown[]) => unknown;

/** What a clock reports to its lab. */
export interface ClockEvents {
  /** A callback threw: natively an uncaught exception. */
  uncaught(error: unknown): void;
  busyWait(error: BusyWait): void;
  /** Text of the current stack, when a run is replayed to name lines; otherwise `undefined`. */
  site(): string | undefined;
}

/**
 * Virtual time: a fake-timers clock with Node's rules on top. Nothing moves it but the driver (`fireNext`) and blocking
 * work (`burn`); it never goes back. All times are virtual milliseconds since the start of the run.
 */
export class VirtualClock {
  readonly #fake: FakeClock;
  #events: ClockEvents;
  #now = 0;
  #reads = 0;
  #order = 0;
  #timeouts = new Map<number, Timeout>();
  #immediates: Immediate[] = [];
  readonly #sites = new WeakMap<Timeout | Immediate, string>();

  constructor(events: ClockEvents) {
    this.#events = events;
    this.#fake = createClock(0) as unknown as FakeClock;
    // An overdue timer makes fake-timers set the clock back to its deadline; here time only moves forward.
    Object.defineProperty(this.#fake, 'now', {
      get: () => this.#now,
      set: (value: number) => {
        if (value > this.#now) this.moveTo(value);
      },
    });
  }

  get now(): number {
    return this.#now;
  }

  /** The time as learner's code sees it: counted, because a busy wait would never end in virtual time. */
  read(): number {
    this.#reads += 1;
    if (this.#reads > MAX_READS_PER_TURN) {
      const error = new BusyWait(
        `Read the clock ${MAX_READS_PER_TURN} times in one turn without giving control back`,
      );
      this.#events.busyWait(error);
      throw error;
    }
    return this.#now;
  }

  /** Tells the clock that the event loop has turned: a new turn may read the clock afresh. */
  startTurn(): void {
    this.#reads = 0;
  }

  moveTo(time: number): void {
    this.#now = time;
    this.#reads = 0;
  }

  /** Next number in the order in which timers and operations were registered. */
  nextOrder(): number {
    this.#order += 1;
    return this.#order;
  }

  setTimeout(callback: Callback, delay: unknown, args: unknown[], repeat: boolean): Timeout {
    const ms = clampDelay(delay);
    const timeout = new Timeout(this, this.#bound(callback), args, ms, repeat);
    this.#noteSite(timeout);
    this.arm(timeout, ms);
    return timeout;
  }

  setImmediate(callback: Callback, args: unknown[]): Immediate {
    const immediate = new Immediate(this.#bound(callback), args);
    this.#noteSite(immediate);
    this.#immediates.push(immediate);
    return immediate;
  }

  /** Registers a timeout to fire `ms` from now. For `Timeout` only. */
  arm(timeout: Timeout, ms: number): void {
    const id = Number(this.#fake.setTimeout(() => this.#fire(timeout), ms));
    timeout.armed(id, this.nextOrder());
    this.#timeouts.set(id, timeout);
  }

  disarm(timeout: Timeout): void {
    this.#fake.clearTimeout(timeout.id);
    this.#timeouts.delete(timeout.id);
  }

  /** Clears by handle or by the number that a handle converts to, like Node; ignores everything else. */
  clearTimeout(handle: unknown): void {
    if (handle instanceof Timeout) handle.close();
    else if (typeof handle === 'number' || typeof handle === 'string') {
      this.#timeouts.get(Number(handle))?.close();
    }
  }

  clearImmediate(handle: unknown): void {
    if (handle instanceof Immediate) handle.cancel();
  }

  /** The timeout that fires next and when it is or was due, or `undefined` when none is armed. */
  nextTimeout(): { at: number; order: number } | undefined {
    const first = this.#fake.timerHeap?.peek();
    const timeout = first && this.#timeouts.get(first.id);
    return first && timeout && { at: first.callAt, order: timeout.order };
  }

  fireNextTimeout(): void {
    this.#fake.next();
  }

  /** Takes the immediates of this iteration; those set while they run belong to the next one. */
  takeImmediates(): Immediate[] {
    const batch = this.#immediates;
    this.#immediates = [];
    return batch;
  }

  get hasImmediates(): boolean {
    return this.#immediates.some((immediate) => !immediate.cancelled);
  }

  /** Timeouts and intervals that are still armed, in the order in which they were set. */
  get pendingTimeouts(): Timeout[] {
    return [...this.#timeouts.values()].sort((a, b) => a.order - b.order);
  }

  /** Runs a callback of the learner; what it throws is reported, not thrown. */
  call(callback: () => void): void {
    try {
      callback();
    } catch (error) {
      this.#events.uncaught(error);
    }
  }

  /** Forgets every timer and starts again at 0 for another lab. */
  reset(events: ClockEvents): void {
    for (const timeout of this.#timeouts.values()) this.#fake.clearTimeout(timeout.id);
    this.#timeouts.clear();
    this.#immediates = [];
    this.#events = events;
    this.#order = 0;
    this.moveTo(0);
  }

  /** Where a timer was set, when the run notes such things; kept here because handles reach untrusted code. */
  siteOf(handle: Timeout | Immediate): string | undefined {
    return this.#sites.get(handle);
  }

  #noteSite(handle: Timeout | Immediate): void {
    const site = this.#events.site();
    if (site !== undefined) this.#sites.set(handle, site);
  }

  #bound(callback: Callback): Callback {
    // Refuses it with Node's own error.
    if (typeof callback !== 'function') nativeTimeout(callback);
    // fake-timers calls back in the driver's context; native timers keep the caller's AsyncLocalStorage.
    return AsyncResource.bind(callback) as Callback;
  }

  #fire(timeout: Timeout): void {
    this.#timeouts.delete(timeout.id);
    this.call(() => timeout.fire());
  }
}
