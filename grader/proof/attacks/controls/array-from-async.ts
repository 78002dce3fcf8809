// attack: none; Array.fromAsync over promises that have been started
// expect: passed
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const promises = urls.map((url) => download(url));
  const first = Promise.all(promises);
  await first;
  return Array.fromAsync(promises);
}
