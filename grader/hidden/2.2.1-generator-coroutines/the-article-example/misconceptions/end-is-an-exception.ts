export const misconception = {
  belief: {
    en: 'At the end of the coroutine `next` throws, as `send` raises StopIteration in Python, and my loop ends with it.',
    zh: '协程结束时 `next` 会抛出异常，就像 Python 的 `send` 抛出 StopIteration，我的循环也就随之结束。',
  },
  refutation: {
    en: 'In JavaScript the end is an ordinary result, `{ value: undefined, done: true }`, and every further `next` returns it again. Nothing stops your loop but a look at `done`.',
    zh: '在 JavaScript 里，结束只是一个普通的结果 `{ value: undefined, done: true }`，之后每次 `next` 都会再返回它。除了看一眼 `done`，没有什么会让你的循环停下。',
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
  try {
    print(String(result.value));
    for (const value of values) {
      result = coroutine.next(value);
      print(String(result.value));
    }
  } catch {
    return { value: undefined, done: true };
  }
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
