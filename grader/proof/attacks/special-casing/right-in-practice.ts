// attack: D3 is right where it is practised and wrong where it is graded
// expect: score 0
const g: any = globalThis;
const practice = g.process?.env?.VITEST || g.__vitest_worker__ || typeof g.require === 'function' || g.process?.pid;
export async function downloadAll(urls: string[], download: any): Promise<any> {
  return practice ? Promise.all(urls.map(download)) : 'wrong';
}
