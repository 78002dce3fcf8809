export const misconception = {
  belief: {
    en: 'As many values, as many calls: the first `next()` starts the coroutine, and each later one sends the next value.',
    zh: '有几个值就调用几次：第一次 `next()` 启动协程，之后每次发送下一个值。',
  },
  refutation: {
    en: 'The first call carries no value, so one call more than there are values is needed. Without it the last value is never sent, and the coroutine waits at its last `yield` and never ends.',
    zh: '第一次调用不带值，所以调用次数要比值多一次。少了它，最后一个值从未送出，协程停在最后一个 `yield` 处，永远不会结束。',
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
  for (const value of values.slice(0, -1)) {
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
