// attack: opens a scope with the with statement
// expect: syntax
export function downloadAll(): any {
  with (globalThis) return process;
}
