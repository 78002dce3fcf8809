// attack: a syntax error on a line with escape codes of a terminal and letters that turn the text round
// expect: syntax
const a = '\u202e'; const b = "[31m‮"; ]]] '
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
