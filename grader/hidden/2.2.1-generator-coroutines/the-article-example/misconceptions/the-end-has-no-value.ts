export const misconception = {
  belief: {
    en: 'At the end the value is `undefined`, so it tells me whether a number has come out.',
    zh: '到结尾时 `value` 是 `undefined`，所以看它就知道有没有数出来。',
  },
  refutation: {
    en: "It is `undefined` only when the coroutine returns nothing. What it returns comes in `value` too, with `done: true`, like the value of Python's StopIteration. Only `done` tells a number from the end.",
    zh: '只有协程什么也不返回时才是 `undefined`。它返回的东西也在 `value` 里，同时 `done: true`，就像 Python 的 StopIteration 所带的值。只有 `done` 能区分一个数和结尾。',
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
  let result = coroutine.next();
  for (const value of values) {
    if (result.value === undefined) return result;
    print(`${result.value}`);
    result = coroutine.next(value);
  }
  if (result.value !== undefined) print(`${result.value}`);
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
