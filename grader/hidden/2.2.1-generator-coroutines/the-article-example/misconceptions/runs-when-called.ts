export const misconception = {
  belief: {
    en: 'Calling `coroutine()` runs it up to its first `yield`, as an async function runs up to its first `await`.',
    zh: '调用 `coroutine()` 会让它一直运行到第一个 `yield`，就像 async 函数运行到第一个 `await`。',
  },
  refutation: {
    en: 'Calling a generator function only makes the object, in Python and in TypeScript: not one line of it runs before the first `next()`. (Here they agree. Async functions are where they differ.)',
    zh: '调用生成器函数只会创建对象，Python 和 TypeScript 都是如此：第一次 `next()` 之前，一行也不会运行。（在这一点上两者一致，不同的是 async 函数。）',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export function coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  return rest(rounds, print);
}

function* rest(rounds: number, print: Print): Generator<number, void, unknown> {
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
  return Math.min(rounds, sent + 1);
}
