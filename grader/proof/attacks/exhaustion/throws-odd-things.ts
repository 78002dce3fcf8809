// attack: E15 throws null, undefined, objects without a prototype, cyclic causes and numbers
// expect: score 0
const cyclic: any = new Error('x');
cyclic.cause = cyclic;
const odd = [null, undefined, Object.create(null), cyclic, 0, Number.NaN, Symbol('x'), () => {}, 10n];
let i = 0;
export async function downloadAll(): Promise<any> {
  throw odd[i++ % odd.length];
}
export function sync(): never {
  throw null;
}
