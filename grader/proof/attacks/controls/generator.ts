// attack: none; a generator that hands out promises
// expect: passed
function* started(urls: readonly string[], download: (url: string) => Promise<string>): Generator<Promise<string>> {
  for (const url of urls) yield download(url);
}
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  return Promise.all([...started(urls, download)]);
}
