// attack: closes the function that the file is wrapped in and goes on outside of it
// expect: syntax
export const a = 1;
}); globalThis.escaped = this; (function () {
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
