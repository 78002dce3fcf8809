export const misconception = {
  belief: {
    en: 'To be safe I give way before the first slice and once more after the last.',
    zh: '保险起见，第一片之前让出一次，最后一片之后再让出一次。',
  },
  refutation: {
    en: 'The pauses between the slices keep the loop going. One more at one end does no harm; at both ends it is a pause too many, and whoever waits for the total waits a turn longer. Give way before each slice or after it, not both.',
    zh: '让循环走下去的是片与片之间的停顿。在一端多停一次无妨，两端都停就多了一次，等总额的人要多等一轮。每一片要么之前让出，要么之后让出，不要都做。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

const giveWay = () => new Promise((resume) => setImmediate(resume));

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  let total = 0;
  await giveWay();
  for (let from = 0; from < receipts.length; from += perTurn) {
    for (const receipt of receipts.slice(from, from + perTurn)) total += price(receipt);
    await giveWay();
  }
  return total;
}
