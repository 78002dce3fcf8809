type Price<Receipt> = (receipt: Receipt) => number;

// As few slices as possible, all of about the same length: no short one at the end.
export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const slices = Math.ceil(receipts.length / perTurn);
  const startOf = (slice: number): number => Math.floor((slice * receipts.length) / slices);
  let total = 0;
  for (let slice = 0; slice < slices; slice++) {
    await new Promise((resume) => setImmediate(resume));
    const some = receipts.slice(startOf(slice), startOf(slice + 1));
    total = some.reduce((sum, receipt) => sum + price(receipt), total);
  }
  return total;
}
