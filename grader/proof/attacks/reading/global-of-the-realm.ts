// attack: C1 reaches the global object of the realm by this, by functions and by getters
// expect: score 0
const loot: string[] = [];
const self: any[] = [
  function (this: any) {
    return this;
  },
  () => (0, Reflect.apply)(function (this: any) { return this; }, undefined, []),
  () => [1].map(function (this: any) { return this; })[0],
  () => new Map([[1, 2]]).forEach(function (this: any) { loot.push(String(this?.process)); }),
  () => Reflect.construct(function (this: any) { return this; }, []),
  () => (globalThis as any).globalThis.globalThis,
];
for (const f of self) {
  try {
    const found = f();
    loot.push(String(found?.process?.pid), String(found?.constructor?.name), String(Object.getPrototypeOf(found)));
  } catch (error: any) {
    loot.push(error.message);
  }
}
setTimeout(function (this: any) {
  loot.push(String(this?.process));
}, 1);
new EventTarget().addEventListener('x', function (this: any) {
  loot.push(String(this?.process));
});
export async function downloadAll(): Promise<any> {
  throw new Error(loot.join());
}
