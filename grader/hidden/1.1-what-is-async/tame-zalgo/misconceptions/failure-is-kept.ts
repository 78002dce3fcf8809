export const misconception = {
  belief: {
    en: 'A kept promise is always later, so keeping every promise is all there is to do.',
    zh: '保留下来的 promise 总是稍后才通知，所以把每个 promise 都留着就够了。',
  },
  refutation: {
    en: 'The order is right, but a rejected promise is kept as well: after one bad moment of the network, the item fails until the till is switched off. Take the entry out when its fetch fails.',
    zh: '顺序是对了，但失败的 promise 也被保留：网络只要出一次问题，这件商品就会一直失败，直到收银台关机。查询失败时要把条目拿掉。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Promise<Price>>();
  return (item: string, callback: PriceCallback): void => {
    const refused = new RangeError('no item');
    const price = kept.get(item) ?? (item === '' ? Promise.reject(refused) : fetchPrice(item));
    kept.set(item, price);
    price.then((known) => callback(null, known), callback);
  };
}
