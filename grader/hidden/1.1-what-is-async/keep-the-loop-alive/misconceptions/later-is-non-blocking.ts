export const misconception = {
  belief: {
    en: 'A loop inside a `setTimeout` callback runs in the background.',
    zh: '放进 `setTimeout` 回调里的循环会在后台运行。',
  },
  refutation: {
    en: 'There is no background. The callback runs on the same thread, only later, and blocks it for just as long. Cut the work into slices.',
    zh: '没有什么后台。回调在同一个线程上运行，只是晚一些，阻塞的时间一样长。应当把工作切成片。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  _perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  await new Promise((later) => setTimeout(later, 0));
  let total = 0;
  for (const receipt of receipts) total += price(receipt);
  return total;
}
