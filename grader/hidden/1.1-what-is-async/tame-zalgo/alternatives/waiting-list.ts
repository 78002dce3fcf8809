type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

// A list of those who wait per item; each is called in a timer of its own, so that one that throws spoils no other.
export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept: Record<string, { price: Price }> = Object.create(null);
  const waiting = new Map<string, PriceCallback[]>();

  function callAll(item: string, error: Error | null, ...price: [Price?]): void {
    const callbacks = waiting.get(item) ?? [];
    waiting.delete(item);
    for (const callback of callbacks) setTimeout(callback, 0, error, ...price);
  }

  return (item: string, callback: PriceCallback): void => {
    const known = kept[item];
    if (item === '') setTimeout(callback, 0, new RangeError('no item'));
    else if (known) setTimeout(callback, 0, null, known.price);
    else if (waiting.get(item)?.push(callback) === undefined) {
      waiting.set(item, [callback]);
      fetchPrice(item)
        .then((price) => {
          kept[item] = { price };
          callAll(item, null, price);
        })
        .catch((error: Error) => callAll(item, error));
    }
  };
}
