export const misconception = {
  belief: {
    en: 'The first `next` always gives a number out.',
    zh: '第一次 `next` 总会送出一个数。',
  },
  refutation: {
    en: 'It runs the coroutine to its first `yield`. With no rounds there is none on the way: the coroutine starts and ends in that one call, and no number comes out.',
    zh: '它让协程运行到第一个 `yield`。一轮也没有时，路上就没有 `yield`：协程在这一次调用里开始并结束，一个数也不出来。',
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
    if (result.done) return result;
    print(String(result.value));
    result = coroutine.next(value);
  }
  if (!result.done) print(String(result.value));
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.max(1, Math.min(rounds, sent + 1));
}
