// attack: clears every timer by its number, those of the check too, so that nobody is there who could be kept waiting
// exercise: keep-the-loop-alive
// expect: score <= 7
// The sum is right, and in one go: what is left when the heartbeats of the checks are not cut off.
export async function sumReceipts(receipts: readonly number[], _perTurn: number, price: (receipt: number) => number): Promise<number> {
  for (let id = 0; id < 20_000; id++) clearTimeout(id);
  const own: any = setTimeout(() => {}, 1);
  for (let id = 0; id < 20_000; id++) {
    own.armed?.(id, 0);
    own.close?.();
  }
  let sum = 0;
  for (const receipt of receipts) sum += price(receipt);
  return sum;
}
