export const misconception = {
  belief: {
    en: 'I take the values one by one from the list until `undefined` comes: then the list is empty.',
    zh: '我从列表里逐个取值，直到取出 `undefined`：那时列表就空了。',
  },
  refutation: {
    en: '`undefined` comes from an empty list, but it can also stand in the list, and it can be sent like any other value. Ask the list how many values it has, or loop over it with `for…of`.',
    zh: '空列表给出的是 `undefined`，但列表里也可以有 `undefined`，它和别的值一样可以发送。要问列表有几个值，或者用 `for…of` 遍历它。',
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
  const left = [...values];
  let result = coroutine.next();
  while (!result.done) {
    print(`${result.value}`);
    const value = left.shift();
    if (value === undefined) break;
    result = coroutine.next(value);
  }
  return result;
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
