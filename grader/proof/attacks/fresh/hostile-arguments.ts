// attack: calls the operation with values that are copied, searched for a signal and printed in the grader
// expect: score 0
const trap = () => {
  throw undefined;
};
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const hostile: any[] = [
    new Proxy({}, { getPrototypeOf: trap, get: trap, ownKeys: trap }),
    { signal: new Proxy(new AbortController().signal, { get: trap, getPrototypeOf: trap }) },
    Object.create(AbortSignal.prototype),
    { get signal() { throw undefined; } },
    { toString: trap, valueOf: trap, [Symbol.toPrimitive]: trap },
    Number.NaN, Symbol('x'), 10n ** 100n, '\u001b[2J\u202e', 'x'.repeat(1e6), null, undefined,
  ];
  for (const value of hostile) {
    try {
      void download(value, value).catch(() => {});
    } catch {}
  }
  await new Promise((done) => setTimeout(done, 10));
  return 'wrong';
}
