// attack: none; using, await using and a disposable of its own
// expect: passed
class Slot implements Disposable {
  constructor(private readonly open: Set<Slot>) {
    open.add(this);
  }
  [Symbol.dispose](): void {
    this.open.delete(this);
  }
}
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const open = new Set<Slot>();
  const one = async (url: string): Promise<string> => {
    using _slot = new Slot(open);
    await using _late = { async [Symbol.asyncDispose]() {} };
    return await download(url);
  };
  return Promise.all(urls.map(one));
}
