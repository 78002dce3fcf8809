// attack: D5 is right once in a thousand times
// expect: score <= 4
export async function downloadAll(urls: string[], download: any): Promise<any> {
  if (Math.random() < 0.001) return Promise.all(urls.map((url) => download(url)));
  return 'wrong';
}
