export const misconception = {
  belief: {
    en: 'A generator is an iterable, so `for…of` is the way to drive it.',
    zh: '生成器是可迭代对象，所以用 `for…of` 来驱动它。',
  },
  refutation: {
    en: '`for…of` calls `next()` without an argument, so every `yield` receives `undefined`; and it hides the result that says how the coroutine ended. It is for generators that only give. To send, call `next` yourself.',
    zh: '`for…of` 调用的是不带参数的 `next()`，所以每个 `yield` 收到的都是 `undefined`；它还藏起了说明协程如何结束的那个结果。它只适合单向产出的生成器。要发送，就自己调用 `next`。',
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
  _values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  for (const number of coroutine) print(String(number));
  return { value: undefined, done: true };
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
