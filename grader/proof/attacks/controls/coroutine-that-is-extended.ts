// attack: none; marks the coroutine it is handed, drives it by methods it has borrowed, asks what it is
// exercise: the-article-example
// expect: passed
function* coroutine(rounds: number, print: (line: string) => void): Generator<number, void, unknown> {
  print('Start coroutine');
  for (const i of Array(rounds).keys()) print(`Received: ${yield i}`);
  print('End coroutine');
}
const { next } = Object.getPrototypeOf(Object.getPrototypeOf((function* () {})()));
const drive = (generator: any, values: unknown[], print: (line: string) => void): unknown => {
  generator.drivenBy = 'drive';
  if (generator[Symbol.iterator]() !== generator || typeof generator.return !== 'function') throw new TypeError('no coroutine');
  const step = (...sent: unknown[]) => Reflect.apply(generator.next ?? next, generator, sent);
  let result = step();
  for (const value of values) {
    if (result.done) return result;
    print(`${result.value}`);
    result = step(value);
  }
  if (!result.done) print(`${result.value}`);
  return result;
};
export { coroutine, drive };
export default Object.freeze({ coroutine });
export const predictNumbers = (rounds: number, sent: number): number => (sent < rounds ? sent + 1 : rounds);
