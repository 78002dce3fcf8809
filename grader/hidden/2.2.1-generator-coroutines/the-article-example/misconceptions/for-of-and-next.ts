export const misconception = {
  belief: {
    en: 'In the body of `for…of` I answer each number with `next(value)`.',
    zh: '在 `for…of` 的循环体里，我用 `next(value)` 来回应每个数。',
  },
  refutation: {
    en: "Both pull at the same coroutine: your `next` takes a number that the loop never sees, and the loop's own `next()` sends `undefined` in between. One coroutine has one driver.",
    zh: '两者拉动的是同一个协程：你的 `next` 拿走了循环看不到的一个数，循环自己的 `next()` 又在中间送进 `undefined`。一个协程只能有一个驱动者。',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export function* coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) {
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
  let sent = 0;
  let result: IteratorResult<number, unknown> = { value: undefined, done: true };
  for (const number of coroutine) {
    print(String(number));
    if (sent === values.length) return { value: number, done: false };
    result = coroutine.next(values[sent++]);
  }
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
