// attack: none; an iterable of its own and an iterator with return()
// expect: passed
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const iterable = {
    [Symbol.iterator]() {
      let i = 0;
      return {
        next: () => (i < urls.length ? { done: false as const, value: download(urls[i++] as string) } : { done: true as const, value: undefined }),
        return: () => ({ done: true as const, value: undefined }),
      };
    },
  };
  return Promise.all(iterable as Iterable<Promise<string>>);
}
