// attack: calls eval by other names
// expect: score 0
const e = eval;
export async function downloadAll(): Promise<any> {
  return [(0, eval)('this'), e?.('globalThis.process'), [eval].map((f) => f('1'))];
}
