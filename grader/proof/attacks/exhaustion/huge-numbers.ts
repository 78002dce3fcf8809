// attack: E1 one native call that computes for ever and cannot be interrupted
// expect: blocked
export async function downloadAll(): Promise<any> {
  const big = 7n ** 3_000_000n;
  return String(big ** 40n).length;
}
