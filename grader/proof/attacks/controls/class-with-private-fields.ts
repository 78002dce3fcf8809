// attack: none; a class with private fields and methods, a getter and a static block
// expect: passed
class Downloads {
  static #made = 0;
  static {
    Downloads.#made = 0;
  }
  readonly #promises: Promise<string>[];
  #import: number;

  constructor(urls: readonly string[], download: (url: string) => Promise<string>) {
    Downloads.#made += 1;
    this.#promises = urls.map((url) => download(url));
    this.#import = this.#promises.length;
  }
  static isOne(value: object): boolean {
    return #promises in value;
  }
  get #all(): Promise<string[]> {
    return Promise.all(this.#promises);
  }
  #eval(): number {
    return this.#import;
  }
  async texts(): Promise<string[]> {
    if (!Downloads.isOne(this) || this.#eval() < 0) throw new Error('never');
    return this.#all;
  }
}

export function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  return new Downloads(urls, download).texts();
}
