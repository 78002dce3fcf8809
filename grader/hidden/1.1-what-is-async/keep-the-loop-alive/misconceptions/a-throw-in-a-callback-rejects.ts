export const misconception = {
  belief: {
    en: 'A throw inside `new Promise` rejects the promise, also in the callbacks that are set there.',
    zh: '在 `new Promise` 里抛出错误会让 promise 失败，在那里设定的回调里抛出也一样。',
  },
  refutation: {
    en: 'Only while the function that you give to `new Promise` runs. A callback is called later by the event loop, and what it throws ends the process. Catch it in the callback and call `reject`.',
    zh: '只有在传给 `new Promise` 的那个函数运行期间才是这样。回调是以后由事件循环调用的，它抛出的错误会结束进程。应当在回调里捕获，再调用 `reject`。',
  },
  read: '1.1-what-is-async',
};

type Price<Receipt> = (receipt: Receipt) => number;

export function sumReceipts<Receipt>(
  receipts: readonly Receipt[],
  perTurn: number,
  price: Price<Receipt>,
): Promise<number> {
  return new Promise((resolve) => {
    let total = 0;
    const addSlice = (from: number): void => {
      for (const receipt of receipts.slice(from, from + perTurn)) total += price(receipt);
      if (from + perTurn >= receipts.length) resolve(total);
      else setImmediate(() => addSlice(from + perTurn));
    };
    addSlice(0);
  });
}
