export const misconception = {
  belief: {
    en: 'The coroutine has ended when its last number is out; the line after the loop never runs.',
    zh: '最后一个数送出，协程就结束了；循环后面的那一行永远不会运行。',
  },
  refutation: {
    en: 'The last number leaves it suspended, like every other. The next value wakes it once more: it prints `Received: …`, leaves the loop, runs everything below it, and only then reports its end.',
    zh: '送出最后一个数之后，它和每次一样只是挂起。下一个值会再次唤醒它：打印 `Received: …`，离开循环，运行下面的一切，然后才报告结束。',
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
