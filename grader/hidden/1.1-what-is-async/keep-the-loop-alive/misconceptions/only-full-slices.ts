export const misconception = {
  belief: {
    en: 'The list divided by the size of a slice gives the number of slices.',
    zh: '列表的长度除以每片的大小，就是片数。',
  },
  refutation: {
    en: 'Only when nothing remains. Otherwise the last slice is a short one, and rounding down forgets it: here the last few receipts are missing from the total.',
    zh: '只有除得尽时才是。除不尽时，最后还有不满的一片，向下取整就把它忘了：最后几张小票没有算进总额。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const slices = Math.floor(receipts.length / perTurn);
  let total = 0;
  for (let i = 0; i < slices; i++) {
    if (i > 0) await new Promise((resume) => setImmediate(resume));
    for (const receipt of receipts.slice(i * perTurn, (i + 1) * perTurn)) total += price(receipt);
  }
  return total;
}
