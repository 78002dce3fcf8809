type Download = (url: string) => Promise<string>;

// The first download and, at the same time, all the rest.
export async function downloadAll(urls: readonly string[], download: Download): Promise<string[]> {
  const [first, ...rest] = urls;
  if (first === undefined) return [];
  const [text, texts] = await Promise.all([download(first), downloadAll(rest, download)]);
  return [text, ...texts];
}
