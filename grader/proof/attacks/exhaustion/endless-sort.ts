// attack: E1 native code that calls back for ever
// expect: blocked
export async function downloadAll(): Promise<any> {
  const endless = {
    *[Symbol.iterator]() {
      for (;;) yield 1;
    },
  };
  return new Set(new Array(1).fill(0).concat([Array.from(endless, () => 0).length]));
}
