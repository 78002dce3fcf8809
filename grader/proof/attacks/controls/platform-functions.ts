// attack: none; structuredClone, queueMicrotask, URL, TextEncoder, atob, performance and Date
// expect: passed
export async function downloadAll(urls: readonly string[], download: (url: string) => Promise<string>): Promise<string[]> {
  const copy = structuredClone([...urls]);
  const begun = performance.now();
  await new Promise<void>((resolve) => queueMicrotask(resolve));
  const paths = copy.map((url) => decodeURIComponent(new URL(url, 'https://example.org').pathname));
  const texts = await Promise.all(paths.map((path) => download(atob(btoa(path)))));
  if (performance.now() < begun || Number.isNaN(new Date().getTime())) throw new Error('time went back');
  return texts.map((text) => new TextDecoder().decode(new TextEncoder().encode(text)));
}
