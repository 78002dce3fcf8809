// attack: asks the check's callback again what it must not ask again, where a failing claim finds no room on the stack
// exercise: keep-the-loop-alive
// expect: score <= 15
// All of it is right but for the second call after a throw; one point is for that.
export function sumReceipts(receipts: readonly number[], perTurn: number, price: (receipt: number) => number): Promise<number> {
  const again = (receipt: number): void => {
    const dive = (): void => {
      try {
        dive();
      } catch {}
      try {
        price(receipt);
      } catch {}
    };
    try {
      dive();
    } catch {}
  };
  return new Promise((resolve, reject) => {
    let sum = 0;
    let next = 0;
    const slice = (): void => {
      for (let i = 0; i < perTurn && next < receipts.length; i++) {
        const receipt = receipts[next++] as number;
        try {
          sum += price(receipt);
        } catch (error) {
          again(receipt);
          reject(error);
          return;
        }
      }
      if (next < receipts.length) setImmediate(slice);
      else resolve(sum);
    };
    slice();
  });
}
