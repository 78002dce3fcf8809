// attack: B18 counts checks on the prototypes of the errors that node's functions throw, and is right from the second check on
// expect: score 0
// All but the first check before it was fixed.
const recursion = (): void => {
  const target = new EventTarget();
  const event = new Event('x');
  target.addEventListener('x', () => {
    try {
      target.dispatchEvent(event);
    } catch (error) {
      leave(error);
    }
  });
  target.dispatchEvent(event);
};
let count = 0;
const visited = new Set<unknown>();
const leave = (error: any): void => {
  const prototype = Object.getPrototypeOf(error);
  for (const place of [prototype, Reflect.getOwnPropertyDescriptor(prototype, 'toString')?.value, ...Reflect.ownKeys(prototype).map((key) => Reflect.getOwnPropertyDescriptor(prototype, key)?.get)]) {
    if (visited.has(place)) continue;
    visited.add(place);
    try {
      place.stash = (Object.hasOwn(place, 'stash') ? place.stash : 0) + 1;
      count = Math.max(count, place.stash);
    } catch {}
  }
};
const refused: (() => unknown)[] = [
  recursion,
  () => new (AbortSignal as any)(),
  () => (AbortSignal.prototype as any).aborted,
  () => new EventTarget().addEventListener('x', 1 as any),
  () => new (Event as any)(),
  () => new (TextDecoder as any)('no such thing'),
  () => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array([255])),
  () => (TextDecoder.prototype as any).encoding,
  () => new URLSearchParams([[1]] as any),
  () => new URL('no url'),
  () => (URL as any).createObjectURL(1),
  () => (queueMicrotask as any)(1),
  () => (setTimeout as any)(1),
  () => (globalThis as any).process.nextTick(1),
  () => (AbortSignal as any).any(1),
  () => (AbortSignal as any).timeout(-1),
  () => (structuredClone as any)(),
];
for (const call of refused) {
  try {
    call();
  } catch (error) {
    leave(error);
  }
}
export async function downloadAll(urls: string[], download: any): Promise<any> {
  return count > 1 ? Promise.all(urls.map((url) => download(url))) : 'wrong';
}
