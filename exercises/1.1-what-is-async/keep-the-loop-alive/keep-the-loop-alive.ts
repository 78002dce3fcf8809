import { todo } from '#course';

/** Works out what one receipt comes to, in cents. It computes: nothing else can run until it returns. */
export type Price<Receipt> = (receipt: Receipt) => number;

/**
 * Adds up all receipts, and lets everybody else go on meanwhile.
 *
 * The receipts are priced in the order of the list, each of them once. After `perTurn` receipts at most, timers,
 * immediates and I/O get their turn: those that were waiting before the call, and those that have come since. It gives
 * way no more often than that needs, and never for longer than 1 ms. Sums at the same time take turns.
 *
 * @param perTurn how many receipts may be priced in one go: a whole number, 1 or more
 * @returns the total in cents; 0 when there are no receipts
 * @throws what `price` throws, as a rejection at that moment; no other receipt is priced
 */
export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  void todo(); // Delete this line when you begin.
  let total = 0;
  for (const receipt of receipts) total += price(receipt);
  return total;
}
