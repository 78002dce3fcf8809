export const misconception = {
  belief: {
    en: 'The line `x = yield i` first takes in the value, then gives the number out.',
    zh: '`x = yield i` 这一行先收到值，再送出数。',
  },
  refutation: {
    en: 'It is the other way round: the number goes out, the coroutine stops in the middle of that line, and the assignment happens when somebody sends. Before the first number nothing can have been received.',
    zh: '恰好相反：先送出数，协程停在这一行的中间，等有人发送时才赋值。在第一个数送出之前，不可能收到任何东西。',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export function* coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  let received: unknown;
  for (let i = 0; i < rounds; i++) {
    print(`Received: ${received}`);
    received = yield i;
  }
  print('End coroutine');
}

export function drive(
  coroutine: Generator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  let result = coroutine.next();
  for (const value of values) {
    if (result.done) return result;
    print(String(result.value));
    result = coroutine.next(value);
  }
  if (!result.done) print(String(result.value));
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
