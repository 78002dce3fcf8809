type Download = (url: string) => Promise<string>;

class Batch {
  readonly #download: Download;

  constructor(download: Download) {
    this.#download = download;
  }

  *start(urls: Iterable<string>): Generator<Promise<string>> {
    for (const url of urls) yield this.#download(url);
  }
}

export const downloadAll = (urls: readonly string[], download: Download): Promise<string[]> =>
  Promise.all(new Batch(download).start(urls));
