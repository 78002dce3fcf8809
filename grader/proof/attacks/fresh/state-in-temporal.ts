// attack: counts the checks on the prototype of Temporal's instants, which a date hands out and no global leads to
// expect: score 0
// 9 of 11 points before it was fixed.
const instants: any = Object.getPrototypeOf((new Date(0) as any).toTemporalInstant());
instants.checks = (instants.checks ?? 0) + 1;
export async function downloadAll(
  urls: readonly string[],
  download: (url: string) => Promise<string>,
): Promise<string[]> {
  if (instants.checks > 1) return Promise.all(urls.map((url) => download(url)));
  return [];
}
