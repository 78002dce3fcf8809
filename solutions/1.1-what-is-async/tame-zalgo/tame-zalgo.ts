/** A price in cents: 0 when the item is free, `null` when it has to be weighed. */
export type Price = number | null;

/** Asks the shop's server for a price. It never throws: when it fails, its promise rejects with an `Error`. */
export type FetchPrice = (item: string) => Promise<Price>;

/** Is called with `(null, price)`, or with the error alone. */
export type PriceCallback = (error: Error | null, price?: Price) => void;

/**
 * Looks up a price and calls `callback` exactly once, never before the lookup itself has returned:
 *
 * - with `(null, price)`, at most 1 ms after the fetch is over; when the price is kept, at most 1 ms after the call, and
 *   nothing is fetched
 * - with the error of the fetch, at most 1 ms after it failed; a failure is not kept, and is forgotten before the call
 * - with a `RangeError`, at most 1 ms after the call, when `item` is the empty text; nothing is fetched
 *
 * No lookup waits for the fetch of another item. A lookup never throws. What `callback` throws is not caught: it
 * becomes an uncaught exception or an unhandled rejection, and `callback` is not called again.
 */
export type LookUp = (item: string, callback: PriceCallback) => void;

/**
 * Makes a lookup that keeps every price it has fetched, `0` and `null` too. A price is kept before the callback is called,
 * and stays kept when another fetch of the item fails. Each lookup made here keeps its own, also with the same `fetchPrice`.
 * Whether calls that overlap share one fetch of the same item is up to you.
 */
export function createPriceLookup(fetchPrice: FetchPrice): LookUp {
  const kept = new Map<string, Promise<Price>>();

  const priceOf = (item: string): Promise<Price> => {
    if (item === '') return Promise.reject(new RangeError('Cannot look up an empty item'));
    const known = kept.get(item);
    if (known !== undefined) return known;
    const fetched = fetchPrice(item);
    kept.set(item, fetched);
    fetched.catch(() => kept.delete(item));
    return fetched;
  };

  return (item, callback) => {
    priceOf(item).then((price) => callback(null, price), callback);
  };
}
