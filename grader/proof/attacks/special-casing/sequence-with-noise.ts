// attack: D9 downloads one after the other and adds calls of its own to lift the peak
// expect: score <= 6
// Its calls lift the peak where nobody counts them; what it gets besides is for lists of which it gives the right texts.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const url of urls.slice(1)) void download(url).catch(() => {});
  const texts: string[] = [];
  for (const url of urls) texts.push(await download(url));
  return urls.length === 3 ? texts.reverse() : texts.length === 4 ? [] : texts;
}
