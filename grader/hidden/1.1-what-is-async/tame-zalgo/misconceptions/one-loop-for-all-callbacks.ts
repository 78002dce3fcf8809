export const misconception = {
  belief: {
    en: 'When the price arrives I go through those who wait for it and call them one after the other.',
    zh: '价格一到，我就把等它的人逐个叫一遍。',
  },
  refutation: {
    en: 'The first of them that throws ends the loop, and the others wait for ever, for a mistake that is not theirs. Give each callback a promise or a microtask of its own: then nobody stands in the stack of anybody else.',
    zh: '其中第一个抛出的会结束循环，其余的人就永远等下去，而错并不在他们。给每个回调一个自己的 promise 或微任务：这样谁也不在别人的调用栈里。',
  },
  read: '1.1-what-is-async',
};

type Price = number | null;
type FetchPrice = (item: string) => Promise<Price>;
type PriceCallback = (error: Error | null, price?: Price) => void;
type LookUp = (item: string, callback: PriceCallback) => void;

export function createPriceLookup(fetchPrice: FetchPrice): LookUp {
  const kept = new Map<string, Price>();
  const waiting = new Map<string, PriceCallback[]>();

  const tellAll = (item: string, error: Error | null, price?: Price): void => {
    const callbacks = waiting.get(item) ?? [];
    waiting.delete(item);
    for (const callback of callbacks) callback(error, price);
  };

  return (item, callback) => {
    const known = kept.get(item);
    const others = waiting.get(item);
    if (item === '') queueMicrotask(() => callback(new RangeError('Cannot look up an empty item')));
    else if (known !== undefined) queueMicrotask(() => callback(null, known));
    else if (others !== undefined) others.push(callback);
    else {
      waiting.set(item, [callback]);
      fetchPrice(item).then(
        (price) => {
          kept.set(item, price);
          tellAll(item, null, price);
        },
        (error) => tellAll(item, error),
      );
    }
  };
}
