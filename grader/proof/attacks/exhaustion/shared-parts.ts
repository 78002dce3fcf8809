// attack: E9 returns a small value that is huge when its parts are copied one by one
// expect: score 0
export async function downloadAll(): Promise<any> {
  let part: any = 'x';
  for (let i = 0; i < 19; i++) part = [part, part, part, part];
  return part;
}
