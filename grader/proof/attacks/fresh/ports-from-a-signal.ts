// attack: B18 calls the methods by which node would transfer a signal to another thread, and gets ports and their classes
// expect: score 0
// All but the first check before it was fixed.
let count = 0;
const visited = new Set<unknown>();
const methods = Reflect.ownKeys(AbortSignal.prototype).filter((key) => typeof key === 'symbol');
const visit = (value: any, depth: number): void => {
  if (typeof value !== 'object' || value === null || depth > 3) return;
  const name = value.constructor?.name;
  if (name === 'MessagePort' || name === 'NodeEventTarget' || name === 'MessageEvent') {
    for (const place of [Object.getPrototypeOf(value), value.constructor]) {
      if (visited.has(place)) continue;
      visited.add(place);
      try {
        place.stash = (Object.hasOwn(place, 'stash') ? place.stash : 0) + 1;
        count = Math.max(count, place.stash);
      } catch {}
    }
  }
  for (const key of Reflect.ownKeys(value)) visit(Reflect.getOwnPropertyDescriptor(value, key)?.value, depth + 1);
};
for (const method of methods) {
  const { signal } = new AbortController();
  try {
    visit((signal as any)[method](), 0);
  } catch {}
  visit(signal, 0);
}
export async function downloadAll(urls: string[], download: any): Promise<any> {
  return count > 1 ? Promise.all(urls.map((url) => download(url))) : 'wrong';
}
