export const misconception = {
  belief: {
    en: 'What I already know I may hand over at once; the sooner the better for the caller.',
    zh: '已经知道的结果可以马上交出去，对调用者来说越早越好。',
  },
  refutation: {
    en: 'Then the caller has two programs in one: on a miss the callback runs after the next lines, on a hit before them. What those lines prepare is not there yet. Choose one order, and the only one that is always possible is "later".',
    zh: '这样调用者手里就有两个程序：没有缓存时，回调在后面几行之后运行；命中时却在它们之前。那几行要准备的东西，那时还没有。只能选定一种顺序，而总能做到的只有“稍后”。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return callback(new RangeError('no item'));
    const known = kept.get(item);
    if (known !== undefined) return callback(null, known);
    fetchPrice(item)
      .then((price) => {
        kept.set(item, price);
        callback(null, price);
      })
      .catch(callback);
  };
}
