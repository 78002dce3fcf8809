export const misconception = {
  belief: {
    en: '{} is empty, so `item in kept` tells me whether a price is kept.',
    zh: '{} 是空的，所以 `item in kept` 能告诉我价格是否已保留。',
  },
  refutation: {
    en: 'It inherits names such as constructor and toString, and they look like kept prices. Use a Map, or an object without a prototype.',
    zh: '它继承了 constructor、toString 之类的名字，看上去就像已保留的价格。用 Map，或者没有原型的对象。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept: Record<string, Price> = {};
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return queueMicrotask(() => callback(new RangeError('no item')));
    if (item in kept) return queueMicrotask(() => callback(null, kept[item] as Price));
    fetchPrice(item).then((price) => {
      kept[item] = price;
      callback(null, price);
    }, callback);
  };
}
