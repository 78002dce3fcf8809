// attack: D11 never looks at what the downloads bring, and makes up their texts
// expect: score <= 5
// All start at once, each url once, and the texts are foreseeable: that much is true of this file.
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const url of urls) void download(url).catch(() => {});
  return urls.map((url) => `text of ${url}`);
}
