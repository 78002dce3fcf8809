// attack: B18 counts checks on the prototype of the coroutines that the checks hand over, and drives them from the second on
// exercise: the-article-example
// expect: score <= 7
// The honest part of the file is worth that much.
let count = 0;
export function* coroutine(rounds: number, print: (line: string) => void): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) print(`Received: ${yield i}`);
  print('End coroutine');
}
export function drive(generator: any, values: unknown[], print: (line: string) => void): any {
  for (let place = generator; place; place = Object.getPrototypeOf(place)) {
    try {
      if (place !== generator) count = place.stash = (Object.hasOwn(place, 'stash') ? place.stash : 0) + 1;
    } catch {}
  }
  if (count < 2) return 'wrong';
  let result = generator.next();
  for (const value of values) {
    if (result.done) break;
    print(String(result.value));
    result = generator.next(value);
  }
  if (!result.done) print(String(result.value));
  return result;
}
export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
