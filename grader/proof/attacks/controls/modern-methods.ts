// attack: none; Promise.try, iterator helpers, set methods, groupBy, toSorted, at, findLast and Object.entries
// expect: passed
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const indexes = urls.keys().map((i) => i + 1).toArray().toSorted((a, b) => a - b);
  const groups = Object.groupBy(indexes, (i) => (i % 2 ? 'odd' : 'even'));
  const seen = new Set(groups.odd ?? []).union(new Set(groups.even ?? []));
  if (seen.size !== urls.length || indexes.at(-1) !== (urls.length || undefined)) throw new Error('lost one');
  return Promise.all(urls.map((url) => Promise.try(() => download(url))));
}
