// attack: calls the operation when the run is over, from a later check and between two schedules
// expect: score 0
const kept: any[] = [];
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (const old of kept) for (let i = 0; i < 5; i++) void old(urls[0] ?? '/a').catch(() => {});
  kept.push(download);
  const again = (): void => {
    void download(urls[0] ?? '/a').catch(() => {});
    setTimeout(again, 1).unref();
  };
  setTimeout(again, 10_000).unref();
  return 'wrong';
}
