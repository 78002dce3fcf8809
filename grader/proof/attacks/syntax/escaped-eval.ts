// attack: calls eval with a unicode escape in its name
// expect: rejected-file
export async function downloadAll(): Promise<any> {
  return \u0065val('this');
}
