// attack: writes import with a unicode escape
// expect: syntax
export async function downloadAll(): Promise<any> {
  return \u0069mport('node:fs');
}
