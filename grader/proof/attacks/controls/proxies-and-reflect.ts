// attack: none; a Proxy, Reflect, getters, symbols and WeakMaps of its own
// expect: passed
const notes = new WeakMap<object, number>();
export function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const list = new Proxy([...urls], {
    get(target, key, receiver) {
      notes.set(target, (notes.get(target) ?? 0) + 1);
      return Reflect.get(target, key, receiver);
    },
  });
  const holder = {
    get started() {
      return list.map((url) => Reflect.apply(download, undefined, [url]));
    },
  };
  return Promise.all(holder.started);
}
