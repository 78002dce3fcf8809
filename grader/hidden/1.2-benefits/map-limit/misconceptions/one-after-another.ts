export const misconception = {
  belief: {
    en: 'A loop with `await` never has too many pictures under way, so it respects the limit.',
    zh: '循环里用 `await`，同时进行的图片绝不会太多，所以遵守了上限。',
  },
  refutation: {
    en: 'It has only one under way, and the other machines stand idle. A limit is something to make full use of: the peak must reach it.',
    zh: '同时进行的只有一张，其余机器都闲着。上限是要用足的：峰值必须达到它。',
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
  const prints: Print[] = [];
  for (const picture of pictures) prints.push(await convert(picture));
  return prints;
}
