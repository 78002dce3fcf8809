// attack: B3 B12 replaces methods of arrays, maps and sets that count and collect
// expect: score 0
for (const [prototype, names] of [
  [Array.prototype, ['push', 'filter', 'every', 'map', 'find', 'join', 'indexOf', 'includes']],
  [Map.prototype, ['get', 'set', 'has']],
  [Set.prototype, ['has', 'add']],
] as [any, string[]][]) {
  for (const name of names) {
    try {
      prototype[name] = () => true;
    } catch {}
  }
}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
