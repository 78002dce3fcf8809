export const misconception = {
  belief: {
    en: 'The position of a print is that of its picture in the list.',
    zh: '一张照片的成品的位置，就是这张照片在列表里的位置。',
  },
  refutation: {
    en: 'A picture that stands twice has two positions, and `indexOf` only ever finds the first: the other place stays empty. Keep the index at which you took it.',
    zh: '出现两次的照片有两个位置，而 `indexOf` 永远只找到第一个：另一个位置就空着。取出时就把下标记住。',
  },
  read: '1.2-benefits',
};

type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) throw new RangeError('Not so many machines');
  const prints: Print[] = new Array(pictures.length);
  const queue = pictures.values();
  let failed = false;
  const machine = async (): Promise<void> => {
    for (const picture of queue) {
      if (failed) return;
      try {
        prints[pictures.indexOf(picture)] = await convert(picture);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(machines, pictures.length) }, machine));
  return prints;
}
