export const misconception = {
  belief: {
    en: 'When the next picture is `undefined`, the list is used up.',
    zh: '下一张图片是 `undefined`，就说明列表取完了。',
  },
  refutation: {
    en: 'Any value can stand in the list, `undefined` too; reading past the end gives the same value. Compare the position with the length, or walk an iterator, which says `done`.',
    zh: '列表里什么值都可能有，`undefined` 也不例外；越过末尾读到的恰好也是它。应当拿位置和长度比较，或者用迭代器，由它的 `done` 来说明。',
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
  const prints: Print[] = new Array(pictures.length);
  let next = 0;
  let failed = false;
  const machine = async (): Promise<void> => {
    for (;;) {
      const i = next++;
      const picture = pictures[i];
      if (picture === undefined || failed) return;
      try {
        prints[i] = await convert(picture);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: machines }, machine));
  return prints;
}
