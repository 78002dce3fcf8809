type Print = (line: string) => void;

// By hand what the compiler makes of a generator function: the locals, and the place where it stopped.
class Article extends Iterator<number, void, unknown> implements Generator<number, void, unknown> {
  readonly #rounds: number;
  readonly #print: Print;
  #i = -1;

  constructor(rounds: number, print: Print) {
    super();
    this.#rounds = rounds;
    this.#print = print;
  }

  override next(sent?: unknown): IteratorResult<number, void> {
    if (this.#i >= this.#rounds) return { value: undefined, done: true };
    this.#print(this.#i < 0 ? 'Start coroutine' : `Received: ${sent}`);
    this.#i += 1;
    if (this.#i < this.#rounds) return { value: this.#i, done: false };
    this.#print('End coroutine');
    return { value: undefined, done: true };
  }

  override return(): IteratorResult<number, void> {
    this.#i = this.#rounds;
    return { value: undefined, done: true };
  }

  override throw(error: unknown): never {
    this.#i = this.#rounds;
    throw error;
  }

  override [Symbol.iterator](): Generator<number, void, unknown> {
    return this;
  }
}

export const coroutine = (rounds: number, print: Print): Generator<number, void, unknown> =>
  new Article(rounds, print);

// The next value to send is at the same time the place in the list; the first call has none.
export function drive(
  coroutine: Generator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  const answers = [undefined, ...values];
  let result: IteratorResult<number, unknown>;
  do {
    result = coroutine.next(answers.shift());
    if (!result.done) print(`${result.value}`);
  } while (!result.done && answers.length > 0);
  return result;
}

export const predictNumbers = (rounds: number, sent: number): number =>
  sent < rounds ? sent + 1 : rounds;
