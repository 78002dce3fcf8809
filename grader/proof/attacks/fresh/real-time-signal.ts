// attack: reaches node's own AbortSignal.timeout through a signal's constructor, to act in real time
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const native: any = new AbortController().signal.constructor;
  const loot: string[] = [];
  for (const make of [() => native.timeout(1), () => new native.prototype.constructor.timeout(1), () => Object.getPrototypeOf(native).timeout(1)]) {
    try {
      make().addEventListener('abort', () => loot.push('real'));
    } catch {}
  }
  let turns = 0;
  await new Promise<void>((done) => {
    const wait = (): void => {
      turns += 1;
      if (loot.length > 0 || turns > 5_000) done();
      else setImmediate(wait);
    };
    wait();
  });
  throw new Error(`at ${performance.now()} ms: ${loot.join()}`);
}
