// attack: calls eval directly
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  return eval('this');
}
