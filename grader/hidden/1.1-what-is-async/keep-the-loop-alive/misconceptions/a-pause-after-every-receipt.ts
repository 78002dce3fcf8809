export const misconception = {
  belief: {
    en: 'The more often I give way, the better: a pause after every receipt costs nothing.',
    zh: '让得越勤越好：每张小票之后停一下，不花什么代价。',
  },
  refutation: {
    en: 'A timer of 0 ms takes a millisecond, and here that is as long as the work itself: the sum takes twice as long. Give way after a slice, not after every step.',
    zh: '0 毫秒的定时器也要一毫秒，在这里和工作本身一样长：求和的时间变成两倍。应当每做完一片让一次，而不是每一步都让。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  _perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  for (const receipt of receipts) {
    total += price(receipt);
    await new Promise((resume) => setTimeout(resume, 0));
  }
  return total;
}
