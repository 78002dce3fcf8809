export const misconception = {
  belief: {
    en: 'My function returns a promise, so whatever is thrown in it becomes a rejection.',
    zh: '我的函数返回 promise，所以里面抛出的一切都会变成拒绝。',
  },
  refutation: {
    en: 'Only an `async` function, `new Promise` and the callbacks of `then` do that. This one is a plain function: the first slice runs before there is a promise, and what `price` throws there leaves as a throw. Move the slice inside, or make the function `async`.',
    zh: '只有 `async` 函数、`new Promise` 和 `then` 的回调才会这样。这里是一个普通函数：第一片运行时还没有 promise，`price` 在那里抛出的东西会直接抛出去。应当把这一片挪进去，或者把函数写成 `async`。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  const sumOf = (from: number): number =>
    receipts.slice(from, from + perTurn).reduce((sum, receipt) => sum + price(receipt), 0);
  const goOn = async (first: number): Promise<number> => {
    let total = first;
    for (let from = perTurn; from < receipts.length; from += perTurn) {
      await new Promise((resume) => setImmediate(resume));
      total += sumOf(from);
    }
    return total;
  };
  return goOn(sumOf(0));
}
