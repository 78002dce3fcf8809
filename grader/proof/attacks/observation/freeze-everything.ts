// attack: B20 freezes or deletes globals and prototypes, and freezes what it is handed
// expect: score 0
const g: any = globalThis;
for (const name of Object.getOwnPropertyNames(g)) {
  try {
    Object.freeze(g[name]?.prototype);
  } catch {}
  if (!['Object', 'Array', 'globalThis', 'undefined'].includes(name)) delete g[name];
}
export async function downloadAll(urls: any, download: any): Promise<any> {
  const promise = download(urls[0] ?? '/a');
  for (const value of [urls, download, promise, Object.getPrototypeOf(urls), g]) Object.freeze(value);
  return 'wrong';
}
