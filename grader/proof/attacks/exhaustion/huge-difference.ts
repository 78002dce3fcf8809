// attack: E9 returns lists that are long to compare and long to print
// expect: score 0
export async function downloadAll(urls: string[]): Promise<any> {
  return Array.from({ length: 99_000 }, (_, i) => ({ i, text: urls[0]?.repeat(1_000) }));
}
