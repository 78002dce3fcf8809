type Print = (line: string) => void;

// One round is a generator of its own; yield* passes numbers out and values in.
function* round(i: number, print: Print): Generator<number, void, unknown> {
  print(`Received: ${yield i}`);
}

function* roundsFrom(i: number, rounds: number, print: Print): Generator<number, void, unknown> {
  if (i >= rounds) return;
  yield* round(i, print);
  yield* roundsFrom(i + 1, rounds, print);
}

export function* coroutine(rounds: number, print: Print): Generator<number, void, unknown> {
  print('Start coroutine');
  yield* roundsFrom(0, rounds, print);
  print('End coroutine');
}

// Recursion: what a result means, then the next value, then the rest.
export function drive(
  coroutine: Generator<number, unknown, unknown>,
  values: readonly unknown[],
  print: Print,
): IteratorResult<number, unknown> {
  const goOn = (
    result: IteratorResult<number, unknown>,
    [value, ...rest]: readonly unknown[],
    left: number,
  ): IteratorResult<number, unknown> => {
    if (result.done) return result;
    print(result.value.toString());
    return left === 0 ? result : goOn(coroutine.next(value), rest, left - 1);
  };
  return goOn(coroutine.next(), values, values.length);
}

export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
