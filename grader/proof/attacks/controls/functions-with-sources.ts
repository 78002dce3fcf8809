// attack: none; prints the source of a function of its own and asks with instanceof Function
// expect: passed
function own(urls: readonly string[]): number {
  return urls.length;
}
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  if (!(download instanceof Function) || typeof download !== 'function') throw new TypeError('not a function');
  if (!own.toString().includes('urls.length') || String(class A {}) !== 'class A {}') throw new Error(String(own));
  return Promise.all(urls.map((url) => download(url)));
}
