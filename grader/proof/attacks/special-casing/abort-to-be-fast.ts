// attack: D9 aborts its own downloads to end their spans early, and makes up the texts
// expect: score <= 5
// As in echo: what it gets is for starting all at once and for texts that can be foreseen.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  const controller = new AbortController();
  const all = urls.map((url) => download(url, controller.signal).catch(() => {}));
  controller.abort();
  await Promise.all(all);
  return urls.map((url) => `text of ${url}`);
}
