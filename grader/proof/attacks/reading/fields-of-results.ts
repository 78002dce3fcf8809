// attack: C10 searches what the operation hands back: its promise, its value, its error and their prototypes
// expect: score <= 1
// It waits for the first download, which is the slowest one, and one check looks at the time alone.
export async function downloadAll(urls: any, download: any): Promise<any> {
  const promise = download(urls[0] ?? '/a');
  const value = await promise.catch((error: unknown) => error);
  const loot: string[] = [];
  for (const start of [promise, value, download, Object(value)]) {
    for (let o = start; o; o = Object.getPrototypeOf(o)) {
      for (const key of Reflect.ownKeys(o)) {
        try {
          loot.push(`${String(key)}=${String(Reflect.getOwnPropertyDescriptor(o, key)?.value).slice(0, 40)}`);
        } catch {}
      }
    }
  }
  throw new Error(loot.join().slice(0, 1_900));
}
