// attack: none; an async generator over promises that were started before
// expect: passed
async function* inOrder(promises: Promise<string>[]): AsyncGenerator<string> {
  for (const promise of promises) yield await promise;
}
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const promises = urls.map((url) => download(url));
  const failed = new Promise<never>((_, reject) => {
    for (const promise of promises) promise.catch(reject);
  });
  const texts: string[] = [];
  const collect = async (): Promise<string[]> => {
    for await (const text of inOrder(promises)) texts.push(text);
    return texts;
  };
  return Promise.race([collect(), failed]);
}
