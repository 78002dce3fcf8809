// attack: E9 writes to the console for ever
// expect: output
export async function downloadAll(): Promise<any> {
  for (;;) {
    try {
      console.log('x'.repeat(10_000));
    } catch {
      return 'wrong';
    }
  }
}
