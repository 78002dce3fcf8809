// attack: E6 asks for more memory than there is, at once
// expect: score 0
export async function downloadAll(): Promise<any> {
  const sizes = [2 ** 31, 2 ** 33, 2 ** 36, 2 ** 40, Number.MAX_SAFE_INTEGER];
  const kept: any[] = [];
  for (const size of sizes) {
    try {
      kept.push(new ArrayBuffer(size), new ArrayBuffer(1, { maxByteLength: size } as any));
    } catch {}
    try {
      kept.push(new Array(size).fill(0));
    } catch {}
  }
  return kept.length;
}
