type Report<Result> = (error: Error | null, result?: Result) => void;
type Call<Result> = (report: Report<Result>) => void;

type Settle = () => void;

// A state machine without a native promise's help: it is open until the first event, and closed for all others.
class Conversation<Result> {
  #open = true;
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #resolve: (result: Result) => void;
  readonly #reject: (reason: unknown) => void;

  constructor(
    timeoutMs: number,
    resolve: (result: Result) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#resolve = resolve;
    this.#reject = reject;
    this.#timer = setTimeout(
      () => this.fail(Object.assign(new Error(), { name: 'TimeoutError' })),
      timeoutMs,
    );
  }

  succeed(result: Result): void {
    this.#close(() => this.#resolve(result));
  }

  fail(reason: unknown): void {
    this.#close(() => this.#reject(reason));
  }

  #close(settle: Settle): void {
    if (!this.#open) return;
    this.#open = false;
    clearTimeout(this.#timer);
    settle();
  }
}

export function callCarefully<Result>(call: Call<Result>, timeoutMs: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const conversation = new Conversation<Result>(timeoutMs, resolve, reject);
    try {
      call((error, result) => {
        if (error === null) conversation.succeed(result as Result);
        else conversation.fail(error);
      });
    } catch (thrown) {
      conversation.fail(thrown);
    }
  });
}
