// attack: E13 a regular expression that tries for ever
// expect: blocked
export async function downloadAll(): Promise<any> {
  return /^(\w+\s?)*$/.test(`${'a'.repeat(60)}!`);
}
