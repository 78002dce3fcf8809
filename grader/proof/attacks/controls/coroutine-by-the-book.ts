// attack: none; a generator handed back to the submission's own driver
// exercise: the-article-example
// expect: passed
export function* coroutine(rounds: number, print: (line: string) => void): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) print(`Received: ${yield i}`);
  print('End coroutine');
}
export function drive<T>(generator: Generator<number, T, unknown>, values: readonly unknown[], print: (line: string) => void): IteratorResult<number, T> {
  let result = generator.next();
  for (const value of values) {
    if (result.done) return result;
    print(String(result.value));
    result = generator.next(value);
  }
  if (!result.done) print(String(result.value));
  return result;
}
export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
