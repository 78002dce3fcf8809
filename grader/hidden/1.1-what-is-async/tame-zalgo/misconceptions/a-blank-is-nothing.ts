export const misconception = {
  belief: {
    en: 'An item of blanks is an empty one, so I trim first.',
    zh: '只有空格的商品就是空的商品，所以我先去掉空格。',
  },
  refutation: {
    en: 'The contract refuses the empty text and nothing else. Whether ` tea` and `tea` are the same is for the server to say; your lookup would give the one the price of the other.',
    zh: '约定只拒绝空文本，别无其他。` tea` 和 `tea` 是不是同一件商品，由服务器说了算；你的查询会把一个的价格给另一个。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;
type LookUp = (item: string, callback: PriceCallback) => void;

export function createPriceLookup(fetchPrice: FetchPrice): LookUp {
  const kept = new Map<string, Price>();
  const priceOf = async (text: string): Promise<Price> => {
    const item = text.trim();
    if (item === '') throw new RangeError('Cannot look up an empty item');
    const known = kept.get(item);
    if (known !== undefined) return known;
    const price = await fetchPrice(item);
    kept.set(item, price);
    return price;
  };
  return (item, callback) => {
    priceOf(item).then((price) => callback(null, price), callback);
  };
}
