export const misconception = {
  belief: {
    en: 'Every print is awaited in the end, so every failure is handled.',
    zh: '最后每个结果都会被等待，所以每个失败都有人处理。',
  },
  refutation: {
    en: '`then` makes another promise, and it rejects as well. The ones that say which machine is free have no listener any more once the last picture is begun. Give each of them a handler, or wait for them too.',
    zh: '`then` 会产生另一个 promise，它同样会失败。最后一张图片开始之后，那些表示“哪台机器空闲”的 promise 就没有人监听了。给它们各加一个处理函数，或者也等待它们。',
  },
  read: '1.2-benefits',
};

type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  const prints: Promise<Print>[] = [];
  const busy: Promise<number>[] = Array.from({ length: machines }, (_, i) => Promise.resolve(i));
  for (const picture of pictures) {
    const slot = await Promise.race(busy);
    const print = convert(picture);
    prints.push(print);
    busy[slot] = print.then(() => slot);
  }
  return Promise.all(prints);
}
