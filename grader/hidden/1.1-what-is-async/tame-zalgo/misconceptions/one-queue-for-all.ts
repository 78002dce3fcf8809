export const misconception = {
  belief: {
    en: 'One queue of promises makes sure that everything comes later, and in order.',
    zh: '用一条 promise 队列，就能保证一切都稍后发生，而且按顺序。',
  },
  refutation: {
    en: 'It also makes everybody wait for everybody: a price that is known for an hour comes after the slow fetch of another item. Later means later than the call, not later than the others.',
    zh: '它也让所有人等所有人：一小时前就知道的价格，要排在另一件商品缓慢的取价之后。“稍后”是指在调用之后，而不是在别人之后。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  let queue: Promise<unknown> = Promise.resolve();

  const priceOf = async (item: string): Promise<Price> => {
    if (item === '') throw new RangeError('no item');
    const known = kept.get(item);
    if (known !== undefined) return known;
    const price = await fetchPrice(item);
    kept.set(item, price);
    return price;
  };

  return (item: string, callback: PriceCallback): void => {
    queue = queue
      .then(() => priceOf(item))
      .then(
        (price) => queueMicrotask(() => callback(null, price)),
        (error: Error) => queueMicrotask(() => callback(error)),
      );
  };
}
