// attack: E6 a chain of promises that grows for ever
// expect: score 0
export async function downloadAll(urls: any, download: any): Promise<any> {
  const kept: any[] = [];
  for (;;) {
    kept.push(new Promise(() => {}), Promise.resolve().then(() => {}));
    if (kept.length % 1_000 === 0) await null;
  }
}
