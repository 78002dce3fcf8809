export const misconception = {
  belief: {
    en: 'The function is `async`, so whatever it does happens later.',
    zh: '函数是 `async` 的，所以它做的一切都在稍后发生。',
  },
  refutation: {
    en: 'An async function runs like any other until its first `await`. On a path without an `await` it calls back before it returns. Await something, or a promise, on every path.',
    zh: 'async 函数在第一个 `await` 之前和普通函数一样同步运行。没有 `await` 的路径上，它在返回之前就已经回调。要让每一条路径都先经过一个 `await` 或 promise。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  return async (item: string, callback: PriceCallback): Promise<void> => {
    if (item === '') return callback(new RangeError('no item'));
    const known = kept.get(item);
    if (known !== undefined) return callback(null, known);
    let price: Price;
    try {
      price = await fetchPrice(item);
    } catch (error) {
      return callback(error as Error);
    }
    kept.set(item, price);
    return callback(null, price);
  };
}
