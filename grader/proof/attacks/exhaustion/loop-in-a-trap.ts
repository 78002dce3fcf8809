// attack: E1 loops in a trap of what it rejects with
// expect: blocked
export async function downloadAll(): Promise<any> {
  throw new Proxy(new Error('x'), {
    get() {
      for (;;);
    },
  });
}
