export const misconception = {
  belief: {
    en: '`indexOf` tells me how many receipts have been priced.',
    zh: '`indexOf` 能告诉我已经算了几张小票。',
  },
  refutation: {
    en: 'It finds the first receipt that is equal to this one. Two teas at the same price are two receipts, and for both of them `indexOf` names the place of the first. Walk through `receipts.entries()`, or count along.',
    zh: '它找的是第一张与这一张相等的小票。两杯同价的茶是两张小票，而 `indexOf` 对两张都给出第一张的位置。遍历 `receipts.entries()`，或者自己数着。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  for (const receipt of receipts) {
    if (receipts.indexOf(receipt) % perTurn === 0) {
      await new Promise((resume) => setImmediate(resume));
    }
    total += price(receipt);
  }
  return total;
}
