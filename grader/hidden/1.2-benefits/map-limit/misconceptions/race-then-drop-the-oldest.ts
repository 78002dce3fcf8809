export const misconception = {
  belief: {
    en: 'After `Promise.race` the first of my running conversions is done, so I take it off the list.',
    zh: '`Promise.race` 完成之后，正在进行的转换里排在第一的就完成了，把它移出列表即可。',
  },
  refutation: {
    en: 'The race is won by the fastest, not by the first in the array, and it does not say by which. Drop the oldest and you forget one that still runs, while the finished one frees a place again and again. Let every conversion take itself out when it is done.',
    zh: '赢得 race 的是最快的，不是数组里的第一个，而且它不说是哪一个。移走最早的，等于忘掉一个还在运行的；做完的那个却留在列表里，一再让出位置。应当让每个转换在完成时把自己移出去。',
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
  const underWay: Promise<Print>[] = [];
  for (const picture of pictures) {
    if (underWay.length === machines) {
      await Promise.race(underWay);
      underWay.shift();
    }
    const conversion = convert(picture);
    prints.push(conversion);
    underWay.push(conversion);
  }
  return Promise.all(prints);
}
