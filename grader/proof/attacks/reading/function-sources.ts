// attack: C4 C5 prints every function that it can reach from what it is handed and from the globals
// expect: score 0
import * as course from '#course';
const loot: string[] = [];
const seen = new Set<any>();
const visit = (value: any, depth: number): void => {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value) || depth > 6) return;
  seen.add(value);
  if (typeof value === 'function') {
    const texts = [String(value), Function.prototype.toString.call(value), `${value}`, value.toString?.()];
    loot.push(...texts.filter((text) => !/\[native code\]/.test(text)));
  }
  for (const key of Reflect.ownKeys(value)) {
    try {
      const { value: inner, get, set } = Reflect.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
      for (const part of [inner, get, set]) visit(part, depth + 1);
    } catch {}
  }
  visit(Object.getPrototypeOf(value), depth + 1);
};
export async function downloadAll(urls: any, download: any): Promise<any> {
  const promise = download('/a');
  for (const value of [urls, download, promise, course, setTimeout(() => {}, 1), setImmediate(() => {}), new AbortController(), AbortSignal.timeout(5), new Event('x'), globalThis]) visit(value, 0);
  const own = loot.filter((text) => !text.includes('loot') && !text.includes('visit'));
  throw new Error(`${own.length} sources: ${own.join('\n').slice(0, 1_500)}`);
}
