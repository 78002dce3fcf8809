export const misconception = {
  belief: {
    en: '`End coroutine` is what the coroutine does at its end, so it belongs into `finally`.',
    zh: '`End coroutine` 是协程结束时做的事，所以应当写在 `finally` 里。',
  },
  refutation: {
    en: '`finally` runs however the code is left, also when somebody calls `return()` or leaves a `for…of` with `break`: the coroutine then claims to have come to its end. It is for cleaning up. A line that belongs to the last round stands after the loop.',
    zh: '不管怎样离开，`finally` 都会运行，有人调用 `return()` 或用 `break` 离开 `for…of` 时也一样：协程于是谎称自己走到了结尾。它是用来清理的。属于最后一轮之后的那一行，就写在循环后面。',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export function* coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  try {
    for (let i = 0; i < rounds; i++) {
      const received = yield i;
      print(`Received: ${received}`);
    }
  } finally {
    print('End coroutine');
  }
}

export function drive(
  coroutine: Generator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  let result = coroutine.next();
  for (const value of values) {
    if (result.done) return result;
    print(`${result.value}`);
    result = coroutine.next(value);
  }
  if (!result.done) print(`${result.value}`);
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
