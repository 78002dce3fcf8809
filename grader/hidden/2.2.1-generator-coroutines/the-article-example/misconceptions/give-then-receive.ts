export const misconception = {
  belief: {
    en: 'To give a number out and to receive a value are two steps, so they are two `yield`s.',
    zh: '送出一个数和收到一个值是两个步骤，所以要写两个 `yield`。',
  },
  refutation: {
    en: 'One `yield` does both: it gives its operand out, suspends, and becomes the value of the next `next(value)`. With two of them every second value falls on a `yield` that nobody reads, and each number comes out twice.',
    zh: '一个 `yield` 两件事都做：送出操作数，挂起，然后变成下一次 `next(value)` 送来的值。写两个，就有一半的值落在没人读取的 `yield` 上，每个数也会出来两次。',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export function* coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) {
    yield i;
    const received = yield i;
    print(`Received: ${received}`);
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
