// attack: D2 answers the inputs of the visible examples from a table
// expect: score <= 1
// The empty list has one right answer only, and the table has it.
const table: Record<string, any> = { '': [], '/a,/b,/c': ['text of /a', 'text of /b', 'text of /c'], '/slow,/fast': ['text of /slow', 'text of /fast'] };
export async function downloadAll(urls: string[]): Promise<any> {
  await new Promise((done) => setTimeout(done, 100));
  return urls.length === 3 ? 'wrong' : table[urls.join()];
}
