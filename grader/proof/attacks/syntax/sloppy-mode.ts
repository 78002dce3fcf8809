// attack: tries to leave strict mode: octals, arguments, delete of names, functions in blocks
// expect: syntax
export function downloadAll(a: any): any {
  arguments[0] = 010;
  delete a;
  return arguments.callee;
}
