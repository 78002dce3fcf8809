// attack: none; constants, counters, caches, timers and console output at the top level
// expect: passed
const started = Date.now();
const calls = new Map<string, number>();
let total = 0;
console.log('loaded at', started, { calls }, [1, 2, 3]);
console.table([{ a: 1 }]);
setTimeout(() => {
  total += 0;
}, 5).unref();
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  for (const url of urls) calls.set(url, (calls.get(url) ?? 0) + 1);
  total += urls.length;
  console.info('%d downloads', total);
  return Promise.all(urls.map((url) => download(url)));
}
