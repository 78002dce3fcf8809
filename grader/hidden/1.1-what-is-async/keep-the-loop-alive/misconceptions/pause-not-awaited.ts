export const misconception = {
  belief: {
    en: 'Calling a function that pauses makes the loop pause.',
    zh: '调用一个会暂停的函数，循环就会暂停。',
  },
  refutation: {
    en: 'The call only sets a timer and returns a promise. It is the `await` in front of it that suspends; without it the loop runs on, and the timers pile up behind it.',
    zh: '这次调用只是设定一个定时器，然后返回一个 promise。让函数挂起的是它前面的 `await`；没有它，循环照样往下跑，定时器则在后面堆积。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const pause = () => new Promise((resume) => setTimeout(resume, 0));
  let total = 0;
  for (const [i, receipt] of receipts.entries()) {
    // biome-ignore lint: the misconception itself
    if (i > 0 && i % perTurn === 0) pause();
    total += price(receipt);
  }
  return total;
}
