type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return queueMicrotask(() => callback(new RangeError('no item')));
    if (kept.has(item)) return queueMicrotask(() => callback(null, kept.get(item)));
    fetchPrice(item).then((price) => {
      kept.set(item, price);
      callback(null, price);
    }, callback);
  };
}
