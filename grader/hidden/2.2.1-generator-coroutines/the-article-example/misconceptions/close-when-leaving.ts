export const misconception = {
  belief: {
    en: 'Whoever stops using a coroutine has to close it.',
    zh: '不再使用协程的人，必须把它关闭。',
  },
  refutation: {
    en: '`return()` ends the coroutine for everybody: its `End coroutine` is never printed, and nobody can go on with it. A suspended coroutine costs one object; the Python program leaves it as it is. (`break` in a `for…of` closes too, without being asked.)',
    zh: '`return()` 会为所有人结束这个协程：`End coroutine` 再也不会打印，谁也不能接着用它。挂起的协程只是一个对象；Python 程序就让它停在那里。（`for…of` 里的 `break` 也会不问自关。）',
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
  try {
    let result = coroutine.next();
    for (const value of values) {
      if (result.done) return result;
      print(String(result.value));
      result = coroutine.next(value);
    }
    if (!result.done) print(String(result.value));
    return result;
  } finally {
    coroutine.return(undefined);
  }
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
