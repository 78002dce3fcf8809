export const misconception = {
  belief: {
    en: 'A call of `next` with each value is all it takes: the first call starts the coroutine and hands it the first value.',
    zh: '对每个值调用一次 `next` 就够了：第一次调用启动协程，同时把第一个值交给它。',
  },
  refutation: {
    en: 'The first `next` runs up to the first `yield`. No `yield` is waiting yet, so its argument is dropped without a word; Python raises a TypeError there. Start with a bare `next()`, then send.',
    zh: '第一次 `next` 运行到第一个 `yield` 为止。那时还没有 `yield` 在等待，参数就被悄悄丢掉；Python 会在这里抛出 TypeError。先调用不带参数的 `next()`，然后再发送。',
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
  let result: IteratorResult<number, unknown> = { value: 0, done: false };
  for (const value of values) {
    result = coroutine.next(value);
    if (result.done) return result;
    print(String(result.value));
  }
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
