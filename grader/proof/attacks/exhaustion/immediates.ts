// attack: E4 immediates for ever
// expect: score 0
export async function downloadAll(): Promise<any> {
  const again = (): unknown => setImmediate(again);
  again();
  return new Promise(() => {});
}
