import type { VirtualClock } from './clock.ts';

type Callback = (...args: unknown[]) => unknown;

/** What `setTimeout` and `setInterval` return: Node's `Timeout`, without a link to the clock that code could follow. */
export class Timeout {
  readonly #clock: VirtualClock;
  readonly #callback: Callback;
  readonly #args: unknown[];
  readonly #ms: number;
  readonly #repeat: boolean;
  #id = 0;
  #order = 0;
  #armed = false;
  #closed = false;
  #ref = true;

  constructor(
    clock: VirtualClock,
    callback: Callback,
    args: unknown[],
    ms: number,
    repeat: boolean,
  ) {
    this.#clock = clock;
    this.#callback = callback;
    this.#args = args;
    this.#ms = ms;
    this.#repeat = repeat;
    Object.freeze(this);
  }

  /** The number that fake-timers knows it by. */
  get id(): number {
    return this.#id;
  }

  /** Position in the order of registration. */
  get order(): number {
    return this.#order;
  }

  get ms(): number {
    return this.#ms;
  }

  get repeats(): boolean {
    return this.#repeat;
  }

  ref(): this {
    this.#ref = true;
    return this;
  }

  unref(): this {
    this.#ref = false;
    return this;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  /** Starts the delay again, even after it has fired. */
  refresh(): this {
    if (this.#closed) return this;
    if (this.#armed) this.#clock.disarm(this);
    this.#clock.arm(this, this.#ms);
    return this;
  }

  close(): this {
    if (this.#armed) this.#clock.disarm(this);
    this.#armed = false;
    this.#closed = true;
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }

  [Symbol.dispose](): void {
    this.close();
  }

  /** For the clock: notes under which number and order it waits. */
  armed(id: number, order: number): void {
    this.#id = id;
    this.#order = order;
    this.#armed = true;
  }

  /** For the clock: calls back once, and arms an interval again counting from the start of the call, like Node. */
  fire(): void {
    this.#armed = false;
    const start = this.#clock.now;
    try {
      this.#callback.apply(this, this.#args);
    } finally {
      if (this.#repeat && !this.#closed && !this.#armed) {
        this.#clock.arm(this, Math.max(1, start + this.#ms - this.#clock.now));
      }
    }
  }
}

/** What `setImmediate` returns. */
export class Immediate {
  readonly #callback: Callback;
  readonly #args: unknown[];
  #cancelled = false;
  #ref = true;

  constructor(callback: Callback, args: unknown[]) {
    this.#callback = callback;
    this.#args = args;
    Object.freeze(this);
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  ref(): this {
    this.#ref = true;
    return this;
  }

  unref(): this {
    this.#ref = false;
    return this;
  }

  hasRef(): boolean {
    return this.#ref;
  }

  [Symbol.dispose](): void {
    this.cancel();
  }

  /** For the driver: calls back, unless cancelled meanwhile. */
  fire(): void {
    if (!this.#cancelled) this.#callback.apply(this, this.#args);
  }
}

for (const handle of [Timeout, Immediate]) {
  // A handle reaches untrusted code: nothing on it may be replaced.
  Object.freeze(handle.prototype);
  Object.freeze(handle);
}
