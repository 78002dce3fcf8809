type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;
type Outcome = [error: Error] | [error: null, price: Price];

// First make an outcome of whatever happens, then call back: once, in one place, outside every try.
class PriceMemory {
  readonly #fetchPrice: FetchPrice;
  readonly #kept = new Map<string, Price>();

  constructor(fetchPrice: FetchPrice) {
    this.#fetchPrice = fetchPrice;
  }

  async outcome(item: string): Promise<Outcome> {
    try {
      if (item === '') throw new RangeError('no item');
      let price = this.#kept.get(item);
      if (price === undefined) {
        price = await this.#fetchPrice(item);
        this.#kept.set(item, price);
      }
      return [null, price];
    } catch (error) {
      return [error as Error];
    }
  }
}

export function createPriceLookup(fetchPrice: FetchPrice) {
  const memory = new PriceMemory(fetchPrice);
  return (item: string, callback: PriceCallback): void => {
    const answer = async (): Promise<void> => {
      const [error, price] = await memory.outcome(item);
      if (error) callback(error);
      else callback(null, price);
    };
    void answer();
  };
}
