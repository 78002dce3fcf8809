// attack: E3 an async iterator that never ends and never waits
// expect: blocked
export async function downloadAll(): Promise<any> {
  return Array.fromAsync({
    async *[Symbol.asyncIterator]() {
      for (;;) yield;
    },
  });
}
