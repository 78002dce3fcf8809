// attack: B18 counts checks in everything that could outlive a check, to answer each as it likes it
// expect: score 0
const g: any = globalThis;
const holders: any[] = [setTimeout, clearTimeout, Date, Date.prototype, AbortSignal, AbortController.prototype, Event, EventTarget, URL, URLSearchParams.prototype, TextDecoder, structuredClone, console, Math, performance, g.process, g.Atomics, Symbol, Reflect, JSON, Promise];
const handle: any = setTimeout(() => {}, 0);
holders.push(Object.getPrototypeOf(handle), handle.constructor, handle.refresh, Object.getPrototypeOf(new URLSearchParams().entries()), DOMException.prototype, (async () => {}).constructor);
let count = 0;
for (const holder of holders) {
  try {
    holder.stash = (holder.stash ?? 0) + 1;
    count = Math.max(count, holder.stash);
  } catch {}
}
export async function downloadAll(): Promise<any> {
  if (count > 1) return new Promise(() => {});
  throw new Error(`check ${count}`);
}
