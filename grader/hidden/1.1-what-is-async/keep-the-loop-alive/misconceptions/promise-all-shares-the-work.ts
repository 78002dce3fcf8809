export const misconception = {
  belief: {
    en: '`Promise.all` runs the async functions that I give it at the same time, so together they take no longer than one.',
    zh: '`Promise.all` 会让交给它的 async 函数同时运行，所以加在一起也不比一个慢。',
  },
  refutation: {
    en: '`Promise.all` runs nothing, it waits. Each of these functions has computed to its end inside `map`, one after the other, on the one thread there is. Only waiting can overlap, work cannot.',
    zh: '`Promise.all` 什么也不运行，它只是等待。这些函数在 `map` 里就一个接一个地算完了，用的是仅有的那一个线程。能重叠的只有等待，工作不能。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  _perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const amounts = await Promise.all(receipts.map(async (receipt) => price(receipt)));
  return amounts.reduce((total, amount) => total + amount, 0);
}
