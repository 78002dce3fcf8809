// attack: none; a subclass of Promise
// expect: passed
class Task<T> extends Promise<T> {
  static started = 0;
  static start<T>(run: () => Promise<T>): Task<T> {
    Task.started += 1;
    return new Task<T>((resolve, reject) => {
      run().then(resolve, reject);
    });
  }
}
export function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  return Task.all(urls.map((url) => Task.start(() => download(url)))) as Promise<string[]>;
}
