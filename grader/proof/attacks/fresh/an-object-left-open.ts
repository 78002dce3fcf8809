// attack: goes everywhere from the global object, and is right if it finds anything that it could write on
// expect: score 0
const seen = new Set<object>([globalThis]);
let isOpen = false;
function visit(value: any): void {
  if (Object(value) !== value || seen.has(value)) return;
  seen.add(value);
  if (Object.isExtensible(value)) isOpen = true;
  visit(Object.getPrototypeOf(value));
  for (const key of Reflect.ownKeys(value)) {
    const property: any = Reflect.getOwnPropertyDescriptor(value, key);
    if (property.configurable || property.writable) isOpen = true;
    for (const part of [property.value, property.get, property.set]) visit(part);
  }
}
for (const key of Reflect.ownKeys(globalThis)) {
  visit((Reflect.getOwnPropertyDescriptor(globalThis, key) as any).value);
}
// What the engine makes for syntax hangs on no global.
for (const made of [async () => {}, function* () {}, async function* () {}]) visit(Object.getPrototypeOf(made));
for (const made of [[].values(), ''[Symbol.iterator](), new Map().keys(), new Set().keys(), 'a'.matchAll(/a/g)]) {
  visit(Object.getPrototypeOf(made));
}
export async function downloadAll(urls: any[], download: any): Promise<any> {
  return isOpen ? Promise.all(urls.map((url) => download(url))) : seen.size;
}
