// attack: none; recursion, labels, a comma and a conditional chain
// expect: passed
type Download = (url: string) => Promise<string>;
const start = (urls: readonly string[], download: Download, made: Promise<string>[] = []): Promise<string>[] =>
  made.length === urls.length ? made : (made.push(download(urls[made.length] as string)), start(urls, download, made));
export function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  outer: for (const _ of [1, 2]) {
    for (;;) {
      if (urls.length > 1e6) continue outer;
      break outer;
    }
  }
  return Promise.all(start(urls, download));
}
