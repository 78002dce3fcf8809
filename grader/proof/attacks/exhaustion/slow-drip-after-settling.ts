// attack: E1 settles, and computes in every turn that the run is still followed
// expect: time
export async function downloadAll(): Promise<any> {
  const again = (): void => {
    for (let i = 0, x = 0; i < 1e7; i++) x += i;
    setImmediate(again);
  };
  again();
  return 'wrong';
}
