// attack: E1 loops in the call
// expect: blocked
export async function downloadAll(): Promise<any> {
  for (;;);
}
