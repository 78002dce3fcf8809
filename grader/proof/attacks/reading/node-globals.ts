// attack: C1 looks for the globals of node, of its modules and of other runtimes
// expect: score 0
const names = ['require', 'module', 'exports', '__filename', '__dirname', 'global', 'Buffer', 'process', 'WebAssembly', 'ShadowRealm', 'Deno', 'Bun', 'gc', 'crypto', 'Blob', 'File', 'MessageChannel', 'SharedArrayBuffer', 'FinalizationRegistry', 'Intl', 'eval', 'Compartment', 'lockdown', 'harden', 'getStackString', 'assert', 'WebSocket', 'localStorage', 'caches', 'indexedDB'];
const g: any = globalThis;
const there = names.filter((name) => g[name] !== undefined).map((name) => `${name}: ${Object.getOwnPropertyNames(Object(g[name])).join(' ')}`);
export async function downloadAll(): Promise<any> {
  throw new Error(there.join('\n'));
}
