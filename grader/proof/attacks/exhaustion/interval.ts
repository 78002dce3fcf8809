// attack: E4 an interval that never ends
// expect: score 0
export async function downloadAll(): Promise<any> {
  setInterval(() => {}, 1);
  return new Promise(() => {});
}
