// attack: B6 an object that says it is an array of the right shape: toStringTag, prototype, constructor, hasInstance
// expect: score 0
export async function downloadAll(urls: string[]): Promise<any> {
  const fake: any = Object.create(Array.prototype, {
    length: { get: () => urls.length },
    [Symbol.toStringTag]: { value: 'Array' },
    constructor: { value: { [Symbol.hasInstance]: () => true } },
  });
  return fake;
}
