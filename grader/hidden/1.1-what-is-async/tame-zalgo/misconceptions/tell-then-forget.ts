export const misconception = {
  belief: {
    en: 'First I report the failure, then I clean up after it.',
    zh: '先报告失败，再清理它留下的东西。',
  },
  refutation: {
    en: 'The callback tries again at once and finds the failure still kept. And when it throws, nobody cleans up at all. Forget the failed fetch first; the call of the callback comes last.',
    zh: '回调马上重试，却发现失败还留在那里。而它要是抛出异常，就根本没有人清理。先忘掉失败的取价，最后才调用回调。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;

export function createPriceLookup(fetchPrice: FetchPrice) {
  const asked = new Map<string, Promise<Price>>();
  return (item: string, callback: PriceCallback): void => {
    if (item === '') return queueMicrotask(() => callback(new RangeError('no item')));
    const price = asked.get(item) ?? fetchPrice(item);
    asked.set(item, price);
    price.then(
      (known) => callback(null, known),
      (error: Error) => {
        callback(error);
        asked.delete(item);
      },
    );
  };
}
