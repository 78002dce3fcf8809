export const misconception = {
  belief: {
    en: 'There is always a first receipt, so I price it and then look whether there are more.',
    zh: '总会有第一张小票，所以我先算它，再看还有没有。',
  },
  refutation: {
    en: 'On a quiet day there is none, and `price` gets an `undefined` that it cannot know anything about. Look first, then price: a loop that tests at its head does nothing for an empty list.',
    zh: '清淡的日子一张也没有，`price` 得到的是它一无所知的 `undefined`。先看，再算：在开头判断的循环，遇到空列表什么也不做。',
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
  let i = 0;
  do {
    if (i % perTurn === 0) await new Promise((resume) => setImmediate(resume));
    total += price(receipts[i] as Receipt);
    i += 1;
  } while (i < receipts.length);
  return total;
}
