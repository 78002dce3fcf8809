// attack: C4 reads the function that called it
// expect: score 0
const loot: string[] = [];
export function downloadAll(this: unknown): any {
  for (const read of [() => (arguments as any).callee.caller, () => (downloadAll as any).caller, () => (downloadAll as any).arguments, () => (function () { return (this as any) })()]) {
    try {
      loot.push(String((read as any)()));
    } catch (error: any) {
      loot.push(error.message);
    }
  }
  throw new Error(loot.join());
}
