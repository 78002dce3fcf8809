export const misconception = {
  belief: {
    en: 'It does not matter whether I keep the price before I call back or after that.',
    zh: '先保留价格再回调，还是先回调再保留价格，没有区别。',
  },
  refutation: {
    en: 'The callback is code that you do not know, and it may call you again. What it finds then is a lookup in the middle of its work: the price is told but not kept. Put your own house in order first and make the callback the last thing you do.',
    zh: '回调是你不了解的代码，它可能再来调用你。那时它遇到的是一个做到一半的查询：价格已经告诉了它，却还没有保留。先把自己的状态收拾好，回调放在最后一步。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();
  const refuse = (): Promise<never> => Promise.reject(new RangeError('no item'));

  return (item: string, callback: PriceCallback): void => {
    const known = kept.get(item);
    if (known !== undefined) {
      void Promise.resolve(known).then((price) => callback(null, price));
      return;
    }
    const fetched = item === '' ? refuse() : fetchPrice(item);
    fetched.then((price) => {
      callback(null, price);
      kept.set(item, price);
    }, callback);
  };
}
