import { type PlainError, plain, plainError } from './plain.ts';

/** What became of a promise, as plain data; times in virtual ms. */
export interface Settled {
  readonly status: 'pending' | 'fulfilled' | 'rejected';
  /** When it settled; the present moment while it is pending. */
  readonly at: number;
  /** The value, copied to plain data; `undefined` unless fulfilled. */
  readonly value: unknown;
  /** The reason, copied to plain data; `undefined` unless rejected. */
  readonly error: PlainError | undefined;
  /** The value or reason itself. Untrusted: hand it back to the submission, compare its identity, read nothing. */
  readonly untrusted: unknown;
}

/** Watches a promise and notes when and how it settles; never leaves a rejection unhandled. */
export class Tracked implements Settled {
  status: Settled['status'] = 'pending';
  value: unknown;
  error: PlainError | undefined;
  untrusted: unknown;
  readonly #now: () => number;
  #settledAt: number | undefined;
  readonly #done = Promise.withResolvers<void>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get at(): number {
    return this.#settledAt ?? this.#now();
  }

  /** Resolves when the watched promise has settled either way. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  fulfil(untrusted: unknown): void {
    try {
      this.value = plain(untrusted);
      this.#settle('fulfilled', untrusted);
    } catch (notPlain) {
      this.reject(notPlain);
    }
  }

  reject(untrusted: unknown): void {
    this.error = plainError(untrusted);
    this.#settle('rejected', untrusted);
  }

  /** Follows `untrusted`, which may be a promise, a thenable or a plain value. */
  follow(untrusted: unknown): this {
    void (async () => untrusted)().then(
      (value) => this.fulfil(value),
      (reason: unknown) => this.reject(reason),
    );
    return this;
  }

  #settle(status: Settled['status'], untrusted: unknown): void {
    this.#settledAt = this.#now();
    this.status = status;
    this.untrusted = untrusted;
    this.#done.resolve();
  }
}
