// attack: none; Promise.withResolvers, counting, and a timer that is cleared
// expect: passed
export function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  let late = false;
  const watchdog = setTimeout(() => {
    late = true;
  }, 3_600_000);
  const texts: string[] = new Array(urls.length);
  let missing = urls.length;
  if (missing === 0) resolve([]);
  for (const [i, url] of urls.entries()) {
    download(url).then((text) => {
      texts[i] = text;
      missing -= 1;
      if (missing === 0) resolve(texts);
    }, reject);
  }
  return promise.finally(() => clearTimeout(late ? undefined : watchdog));
}
