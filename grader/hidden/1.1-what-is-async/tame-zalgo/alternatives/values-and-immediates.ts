type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

// Keeps values, and lets the event loop make every call.
export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  return (item: string, callback: PriceCallback): void => {
    const fail = (error: Error): void => void setImmediate(callback, error);
    const tell = (price: Price): void => void setImmediate(callback, null, price);
    if (item === '') fail(new RangeError('no item'));
    else if (kept.has(item)) tell(kept.get(item) as Price);
    else {
      fetchPrice(item).then((price) => {
        kept.set(item, price);
        tell(price);
      }, fail);
    }
  };
}
