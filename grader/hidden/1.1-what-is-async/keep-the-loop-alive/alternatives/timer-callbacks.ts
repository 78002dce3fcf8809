type Price<Receipt> = (receipt: Receipt) => number;

// No async at all: each slice sets the timer of the next one.
export function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const addSlice = (from: number, sum: number): void => {
      const to = Math.min(from + perTurn, receipts.length);
      let total = sum;
      try {
        for (const receipt of receipts.slice(from, to)) total += price(receipt);
      } catch (error) {
        reject(error);
        return;
      }
      if (to === receipts.length) resolve(total);
      else setTimeout(addSlice, 0, to, total);
    };
    addSlice(0, 0);
  });
}
