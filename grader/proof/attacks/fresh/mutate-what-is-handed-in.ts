// attack: empties and changes the list of urls, so that the check compares with what is left of it
// expect: score 0
export async function downloadAll(urls: any, download: any): Promise<any> {
  const before = [...urls];
  urls.length = 0;
  urls.push = () => 0;
  Object.setPrototypeOf(urls, { [Symbol.iterator]: function* () {} });
  Object.defineProperty(download, 'name', { value: '' });
  return before.length === 0 ? 'wrong' : urls;
}
