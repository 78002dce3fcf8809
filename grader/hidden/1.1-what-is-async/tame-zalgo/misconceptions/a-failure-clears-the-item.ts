export const misconception = {
  belief: {
    en: 'When a fetch fails, I delete the item, to be on the safe side.',
    zh: '取价失败时，保险起见就把这件商品删掉。',
  },
  refutation: {
    en: 'Another fetch of the same item may have succeeded in the meantime, and you throw its price away. Delete only what belongs to the fetch that failed; a map that holds nothing but prices needs no deleting.',
    zh: '同一件商品的另一次取价可能已经成功，你却把它的价格扔了。只删属于失败的那次取价的东西；只存价格的 map 什么也不用删。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return queueMicrotask(() => callback(new RangeError('no item')));
    const known = kept.get(item);
    if (known !== undefined) return queueMicrotask(() => callback(null, known));
    fetchPrice(item).then(
      (price) => {
        kept.set(item, price);
        callback(null, price);
      },
      (error: Error) => {
        kept.delete(item);
        callback(error);
      },
    );
  };
}
