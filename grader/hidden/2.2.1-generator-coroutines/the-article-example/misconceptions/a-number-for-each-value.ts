export const misconception = {
  belief: {
    en: 'For each value that goes in, one number comes out.',
    zh: '送进一个值，就出来一个数。',
  },
  refutation: {
    en: 'The first number comes out before anything went in: the first `next` only starts the coroutine. So there is one number more than there are values, unless the coroutine ends first.',
    zh: '第一个数在送进任何东西之前就出来了：第一次 `next` 只是启动协程。所以数比值多一个，除非协程先结束。',
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
  return Math.min(rounds, sent);
}
