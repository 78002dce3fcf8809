// attack: D9 starts everything and waits for nothing
// expect: score <= 2
// The check that every download starts before the first one ends is honestly held.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const url of urls) void download(url).catch(() => {});
  return 'wrong';
}
