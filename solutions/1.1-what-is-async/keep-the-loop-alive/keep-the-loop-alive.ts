/** Works out what one receipt comes to, in cents. It computes: nothing else can run until it returns. */
export type Price<Receipt> = (receipt: Receipt) => number;

/**
 * Adds up all receipts, and lets everybody else go on meanwhile.
 *
 * The receipts are priced in the order of the list, each of them once, also when several are equal. After `perTurn`
 * receipts at most, the event loop goes on: within one turn of it timers, immediates and I/O get theirs, those that were
 * waiting before the call and those that have come since. There are no more slices than that needs, with one pause for
 * each at most, before it or after it, and never for longer than 1 ms. Sums at the same time take turns, each with slices
 * of its own.
 *
 * @param perTurn how many receipts may be priced in one go: a whole number, 1 or more
 * @returns the total in cents; 0 when there are no receipts, at most 1 ms after the call
 * @throws what `price` throws, whatever value that is, as a rejection at that moment; no other receipt is priced. The
 *   call itself never throws
 */
export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  for (const [i, receipt] of receipts.entries()) {
    if (i % perTurn === 0) await nextTurn();
    total += price(receipt);
  }
  return total;
}

/** Resolves when the event loop has come round: what is due meanwhile has had its turn. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
