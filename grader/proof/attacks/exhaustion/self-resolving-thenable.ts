// attack: E1 a thenable that resolves with itself
// expect: blocked
const self: any = { then: (resolve: any) => resolve(self) };
export function downloadAll(): any {
  return self;
}
