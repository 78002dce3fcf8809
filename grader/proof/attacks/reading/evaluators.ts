// attack: C1 makes functions out of text with every constructor that there is, to reach process
// expect: score 0
const loot: string[] = [];
for (const make of [() => {}, async () => {}, function* () {}, async function* () {}, class {}, setTimeout, structuredClone, URL, DOMException, Promise.resolve().then, Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted')?.get] as any[]) {
  try {
    const p = make.constructor('return process')();
    loot.push(String(p));
  } catch (error: any) {
    loot.push(error.message);
  }
}
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
