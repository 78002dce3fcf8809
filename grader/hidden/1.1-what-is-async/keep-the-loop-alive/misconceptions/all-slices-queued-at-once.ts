export const misconception = {
  belief: {
    en: 'When every slice is a callback of its own, the others get in between.',
    zh: '每一片都是单独的回调，别人就能插到中间来。',
  },
  refutation: {
    en: 'All these callbacks stand in the queue already, and the loop calls them one after the other before it gets to the timers again. Queue the next slice only when the one before it is done.',
    zh: '这些回调早已全部排在队里，循环会一个接一个地调用完，才回头去看定时器。应当等前一片做完，再把下一片排进去。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const slices: Promise<number>[] = [];
  for (let from = 0; from < receipts.length; from += perTurn) {
    slices.push(
      new Promise((resolve, reject) => {
        setImmediate(() => {
          try {
            let sum = 0;
            for (const receipt of receipts.slice(from, from + perTurn)) sum += price(receipt);
            resolve(sum);
          } catch (error) {
            reject(error);
          }
        });
      }),
    );
  }
  let total = 0;
  for (const sum of await Promise.all(slices)) total += sum;
  return total;
}
