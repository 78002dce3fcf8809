export const misconception = {
  belief: {
    en: 'An async function runs beside the rest of the program, so its loop blocks nobody.',
    zh: 'async 函数和程序的其余部分一起运行，所以它里面的循环不会阻塞任何人。',
  },
  refutation: {
    en: '`async` moves no work anywhere. Without an `await` that suspends, the whole loop runs inside the call, and the event loop stands still until it is over.',
    zh: '`async` 不会把任何工作挪走。没有真正挂起的 `await`，整个循环就在这次调用之内跑完，事件循环一直停到它结束。',
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
  for (const receipt of receipts) total += price(receipt);
  return total;
}
