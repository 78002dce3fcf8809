// attack: D8 resolves after as many turns as the visible examples take
// expect: score <= 1
export async function downloadAll(urls: string[]): Promise<any> {
  for (let turn = 0; turn < 20; turn++) await null;
  return urls.length === 0 ? [] : 'wrong';
}
