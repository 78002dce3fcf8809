export const misconception = {
  belief: {
    en: 'A price is a price: it is enough to keep it once, beside the function.',
    zh: '价格就是价格：在函数外面保存一份就够了。',
  },
  refutation: {
    en: 'What stands beside the function belongs to all lookups of the program. The second shop then sells at the prices of the first. What belongs to one lookup is made inside `createPriceLookup`.',
    zh: '放在函数外面的东西，属于程序里的所有查询。第二家店就会按第一家的价格卖东西。属于某一个查询的，要在 `createPriceLookup` 里面创建。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;
type LookUp = (item: string, callback: PriceCallback) => void;

const kept = new Map<string, Price>();

export function createPriceLookup(fetchPrice: FetchPrice): LookUp {
  const priceOf = async (item: string): Promise<Price> => {
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
