export const misconception = {
  belief: {
    en: '`await null` gives control back, so after it the event loop has had its turn.',
    zh: '`await null` 会交出控制权，所以在它之后，事件循环已经转过一轮。',
  },
  refutation: {
    en: 'It gives way to microtasks only. What follows it is a microtask itself, and the microtask queue is emptied before the next timer, however long that takes. Wait for `setImmediate` or `setTimeout`.',
    zh: '它只让位给微任务。它后面的代码本身就是一个微任务，而微任务队列要清空之后才轮到下一个定时器，不管要花多久。应当等 `setImmediate` 或 `setTimeout`。',
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
  for (const [i, receipt] of receipts.entries()) {
    if (i > 0 && i % perTurn === 0) await null;
    total += price(receipt);
  }
  return total;
}
