// attack: hides import() in a template, in a default value, in a computed key and in a class field
// expect: rejected-file
export class A {
  [`${'x'}`] = `${import('node:fs')}`;
}
export async function downloadAll(x = 1): Promise<any> {
  return x;
}
