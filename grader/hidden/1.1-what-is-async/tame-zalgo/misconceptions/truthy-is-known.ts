export const misconception = {
  belief: {
    en: '`if (known)` tells me whether a price is kept.',
    zh: '`if (known)` 就能判断价格是否已经保留。',
  },
  refutation: {
    en: 'It tells you whether the price is truthy. 0 and `null` are prices too, and they are fetched again each time. Ask the map with `has`, or compare with `undefined`.',
    zh: '它判断的是价格是否为真值。0 和 `null` 也是价格，却每次都会重新查询。用 `has` 去问 map，或者与 `undefined` 比较。',
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
    if (known) return known;
    const price = await fetchPrice(item);
    kept.set(item, price);
    return price;
  };

  return (item: string, callback: PriceCallback): void => {
    priceOf(item).then((price) => callback(null, price), callback);
  };
}
