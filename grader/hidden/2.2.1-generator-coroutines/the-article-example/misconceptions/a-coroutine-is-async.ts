export const misconception = {
  belief: {
    en: 'A coroutine is asynchronous, so its port needs `async` and `await`.',
    zh: '协程是异步的，所以移植时要用 `async` 和 `await`。',
  },
  refutation: {
    en: 'Nothing is waited for in this program. `next` hands over control and gets it back with a number, in one ordinary call; an async generator returns a promise instead, and its driver has to become async as well.',
    zh: '这个程序里没有什么可等待的。`next` 交出控制权，再带着一个数拿回来，只是一次普通调用；async 生成器返回的却是 promise，驱动它的函数也不得不变成 async。',
  },
  read: '2.2.1-generator-coroutines',
};

type Print = (line: string) => void;

export async function* coroutine(
  rounds: number,
  print: Print,
): AsyncGenerator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) {
    const received = yield i;
    print(`Received: ${received}`);
  }
  print('End coroutine');
}

export async function drive(
  coroutine: AsyncGenerator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): Promise<IteratorResult<number, unknown>> {
  let result = await coroutine.next();
  for (const value of values) {
    if (result.done) return result;
    print(String(result.value));
    result = await coroutine.next(value);
  }
  if (!result.done) print(String(result.value));
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
