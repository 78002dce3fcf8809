export const misconception = {
  belief: {
    en: 'JavaScript runs on one thread, so a variable outside the function is safe.',
    zh: 'JavaScript 是单线程的，所以函数外面的变量是安全的。',
  },
  refutation: {
    en: 'Between two turns anybody may run, another call of the same function too. Whatever has to survive an `await` belongs to one call: declare it inside.',
    zh: '两轮之间谁都可能运行，包括同一个函数的另一次调用。要跨过 `await` 保留下来的东西属于一次调用：应当在函数里面声明。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

let total = 0;

export async function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  total = 0;
  for (const [i, receipt] of receipts.entries()) {
    if (i > 0 && i % perTurn === 0) await new Promise((resume) => setImmediate(resume));
    total += price(receipt);
  }
  return total;
}
