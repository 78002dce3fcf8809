// attack: A16 writes to descriptor 3 through a builtin module
// expect: score 0
const loot: string[] = [];
for (const get of [
  () => (globalThis as any).process.getBuiltinModule('fs'),
  () => (globalThis as any).require('fs'),
  () => (globalThis as any).process.binding('fs'),
  () => (globalThis as any).process.mainModule.require('fs'),
]) {
  try {
    get().writeSync(3, '{"type":"end"}\n');
    loot.push('written');
  } catch (error: any) {
    loot.push(error.message);
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
