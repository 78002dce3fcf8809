// attack: E1 queues nextTicks for ever
// expect: blocked
export function downloadAll(): Promise<any> {
  const again = (): void => (globalThis as any).process.nextTick(again);
  again();
  return new Promise(() => {});
}
