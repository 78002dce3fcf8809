type Price<Receipt> = (receipt: Receipt) => number;

async function* inSlices<Item>(items: readonly Item[], size: number): AsyncGenerator<Item[]> {
  // Slices of the same size as far as possible, instead of full ones and a rest.
  const slices = Math.ceil(items.length / size);
  for (let i = 0; i < slices; i++) {
    const [from, to] = [i, i + 1].map((n) => Math.round((n * items.length) / slices));
    yield items.slice(from, to);
    if (i < slices - 1) await new Promise((turned) => setImmediate(turned));
  }
}

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  for await (const slice of inSlices(receipts, perTurn)) {
    total = slice.reduce((sum, receipt) => sum + price(receipt), total);
  }
  return total;
}
