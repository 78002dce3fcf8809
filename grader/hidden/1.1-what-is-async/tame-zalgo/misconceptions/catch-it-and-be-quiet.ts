export const misconception = {
  belief: {
    en: 'A chain must end with a `catch`, and what a callback throws is none of my business, so I drop it.',
    zh: '链的末尾必须有 `catch`；回调抛出什么与我无关，所以丢掉就好。',
  },
  refutation: {
    en: 'Then nobody ever hears of it: the till shows nothing, the log shows nothing, and the search begins somewhere else. An error that is not yours has to go on. Leave it uncaught; Node reports it with its stack.',
    zh: '那样就没有人会知道：收银台上什么也不显示，日志里也什么都没有，只好到别处去找。不属于你的错误必须继续传下去。不要捕获它，Node 会连同调用栈一起报告。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const kept = new Map<string, Price>();

  const priceOf = async (item: string): Promise<Price> => {
    if (item === '') throw new RangeError('no item');
    const known = kept.get(item);
    if (known !== undefined) return known;
    const price = await fetchPrice(item);
    kept.set(item, price);
    return price;
  };

  return (item: string, callback: PriceCallback): void => {
    priceOf(item)
      .then((price) => callback(null, price), callback)
      .catch(() => {});
  };
}
