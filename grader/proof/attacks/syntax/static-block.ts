// attack: runs code in static blocks, decorators' place and computed keys while the class is made
// expect: score 0
let ran = 0;
export class A {
  static {
    ran += 1;
    (this as any).constructor.prototype = null;
  }
  static [`${(ran += 1)}`] = (() => (ran += 1))();
}
export async function downloadAll(): Promise<any> {
  return ran;
}
