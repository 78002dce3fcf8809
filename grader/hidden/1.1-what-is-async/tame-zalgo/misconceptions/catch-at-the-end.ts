export const misconception = {
  belief: {
    en: 'A `catch` at the end of the chain sees only the errors of the fetch.',
    zh: '链末尾的 `catch` 只会看到查询的错误。',
  },
  refutation: {
    en: 'It sees whatever was thrown anywhere before it, also by the callback. So a callback that throws is called a second time, with its own exception as if the fetch had failed. Give `then` both handlers: the second one does not guard the first.',
    zh: '它会看到前面任何地方抛出的东西，包括回调自己抛出的。于是抛出异常的回调被调用第二次，拿到的是它自己的异常，好像查询失败了一样。把两个处理函数都交给 `then`：第二个不会去管第一个。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();

  const priceOf = async (item: string): Promise<Price> => {
    if (item === '') throw new RangeError('no item');
    const known = kept.get(item);
    if (known !== undefined) return known;
    const price = await fetchPrice(item);
    kept.set(item, price);
    return price;
  };

  return (item: string, callback: PriceCallback): void => {
    priceOf(item)
      .then((price) => callback(null, price))
      .catch(callback);
  };
}
