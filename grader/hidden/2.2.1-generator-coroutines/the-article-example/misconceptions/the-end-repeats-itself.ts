export const misconception = {
  belief: {
    en: 'A coroutine that has ended gives its last result to every further `next`, so I need not stop: the values that are left do no harm.',
    zh: '协程结束之后，每次再调用 `next` 都会得到它最后的那个结果，所以不必停下：剩下的值没有害处。',
  },
  refutation: {
    en: 'It says `done: true` again, but what it returned is given out once: from the second time on the value is `undefined`. In Python the first StopIteration stops the loop. Look at `done` before each call.',
    zh: '它会再次给出 `done: true`，但返回值只交出一次：从第二次起，值就是 `undefined`。在 Python 里，第一个 StopIteration 就让循环停下。每次调用之前都要看 `done`。',
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
  if (!result.done) print(`${result.value}`);
  for (const value of values) {
    result = coroutine.next(value);
    if (!result.done) print(`${result.value}`);
  }
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
