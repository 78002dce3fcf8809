type Download = (url: string) => Promise<string>;

// Promises without async or Promise.all: count down, settle once.
export function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const texts: string[] = new Array(urls.length);
    let missing = urls.length;
    if (missing === 0) resolve(texts);
    for (const [i, url] of urls.entries()) {
      download(url).then((text) => {
        texts[i] = text;
        missing -= 1;
        if (missing === 0) resolve(texts);
      }, reject);
    }
  });
}
