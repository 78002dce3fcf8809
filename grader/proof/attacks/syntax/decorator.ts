// attack: decorates the export, so that code of the compiler's runs around it
// expect: rejected-file
const replace = (): any => class {};
@replace
export class A {}
export async function downloadAll(): Promise<any> {
  return 'wrong';
}
