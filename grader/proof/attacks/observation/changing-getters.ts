// attack: B8 getters that give a different answer each time they are read
// expect: score 0
export async function downloadAll(urls: string[]): Promise<any> {
  let reads = 0;
  const list: any[] = [];
  for (const [i] of urls.entries()) {
    Object.defineProperty(list, i, { enumerable: true, get: () => (reads++ % 2 ? `text of ${urls[0]}` : 'wrong') });
  }
  return urls.length === 0 ? { length: 0 } : list;
}
