// attack: E9 downloads from addresses that are megabytes long, which name the lanes of the timeline
// expect: score 0
export async function downloadAll(urls: string[], download: any): Promise<any> {
  for (let i = 0; i < 20; i++) void download('/'.repeat(2e6)).catch(() => {});
  await new Promise((done) => setTimeout(done, 1e6));
  return new Promise(() => {});
}
