// attack: replaces next() of the coroutine that the check goes on with, after driving it wrongly
// exercise: the-article-example
// expect: score <= 11
// The honest part of the file is right; only "stays suspended, and can go on later" is to be gained by the lie.
export function* coroutine(rounds: number, print: (line: string) => void): Generator<number, void, unknown> {
  print('Start coroutine');
  for (let i = 0; i < rounds; i++) print(`Received: ${yield i}`);
  print('End coroutine');
}
export function drive(generator: any, values: unknown[], print: (line: string) => void): any {
  let result = generator.next();
  for (const value of values) {
    if (result.done) break;
    print(String(result.value));
    result = generator.next(value);
  }
  const shown = result;
  if (!result.done) print(String(result.value));
  // One step too far, and a method that hides it.
  const taken = shown.done ? shown : generator.next('stolen');
  const lie = () => taken;
  try {
    generator.next = lie;
    Object.getPrototypeOf(generator).next = lie;
  } catch {}
  return shown;
}
export function predictNumbers(rounds: number, sent: number): number {
  return Math.min(rounds, sent + 1);
}
