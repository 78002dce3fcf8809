export const misconception = {
  belief: {
    en: 'The rule is about results. A refusal needs no fetch, so it may call back on the spot.',
    zh: '这条规则只管结果。拒绝不需要查询，所以可以当场回调。',
  },
  refutation: {
    en: 'The caller does not know beforehand whether there will be an error. Code after the call runs before the callback or after it, depending on the argument: that is the same defect, on a path that is tested even less.',
    zh: '调用者事先并不知道会不会出错。调用之后的代码究竟在回调之前还是之后运行，取决于参数：这是同一个缺陷，只是发生在更少被测试的路径上。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Promise<Price>>();
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return callback(new RangeError('no item'));
    let price = kept.get(item);
    if (price === undefined) {
      price = fetchPrice(item);
      kept.set(item, price);
      price.catch(() => kept.delete(item));
    }
    price.then((known) => callback(null, known), callback);
  };
}
