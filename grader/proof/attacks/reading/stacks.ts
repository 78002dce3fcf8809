// attack: C10 B21 reads stacks: of an overflow, of a DOMException, of an error made in a callback of the grader's
// expect: score 0
const loot: string[] = [];
export async function downloadAll(urls: any, download: any): Promise<any> {
  const overflow = (): void => overflow();
  for (const make of [overflow, () => new DOMException('x', 'AbortError'), () => structuredClone(() => {}), () => new Error('x'), () => AbortSignal.abort().throwIfAborted()]) {
    try {
      const made: any = make();
      loot.push(String(made?.stack));
    } catch (error: any) {
      loot.push(String(error?.stack));
    }
  }
  const holder: any = {};
  (Error as any).captureStackTrace?.(holder);
  loot.push(String(holder.stack));
  await download({ get url() { loot.push(String(new Error('in the copy').stack)); return 1; } }).catch(() => {});
  throw new Error(loot.join('|'));
}
