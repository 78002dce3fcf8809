// attack: B18 counts checks in the tables and classes that node's text decoders share, and is right from the second check on
// expect: score 0
// All but the first check before it was fixed.
let count = 0;
const visited = new Set<unknown>();
for (const label of ['latin1', 'koi8-r', 'utf-16le', 'gb18030', 'shift_jis', 'utf-8']) {
  const decoder: any = new TextDecoder(label);
  decoder.decode(new Uint8Array([65, 200]), { stream: true });
  for (const key of Reflect.ownKeys(decoder)) {
    for (const place of [decoder[key], Object.getPrototypeOf(Object(decoder[key])), Object(decoder[key]).constructor]) {
      if (visited.has(place)) continue;
      visited.add(place);
      try {
        place.stash = (Object.hasOwn(place, 'stash') ? place.stash : 0) + 1;
        count = Math.max(count, place.stash);
      } catch {}
    }
  }
}
export async function downloadAll(urls: string[], download: any): Promise<any> {
  return count > 1 ? Promise.all(urls.map((url) => download(url))) : 'wrong';
}
