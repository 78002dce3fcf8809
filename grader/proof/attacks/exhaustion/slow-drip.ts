// attack: E1 computes for less than the limit in every turn, and takes thousands of turns
// expect: time
export function downloadAll(): Promise<any> {
  const again = (): void => {
    for (let i = 0, x = 0; i < 1e7; i++) x += i;
    setTimeout(again, 1);
  };
  again();
  return new Promise(() => {});
}
