// attack: C1 reads the bundle of the checks with a builtin module
// expect: score 0
const loot: string[] = [];
const g: any = globalThis;
for (const get of [() => g.process.getBuiltinModule('node:fs'), () => g.require('fs'), () => g.module.require('fs'), () => g.process.binding('fs'), () => g.global.process.mainModule.require('fs')]) {
  try {
    const fs = get();
    for (const name of fs.readdirSync('.')) loot.push(name, fs.readFileSync(name, 'utf8'));
  } catch (error: any) {
    loot.push(error.message);
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
