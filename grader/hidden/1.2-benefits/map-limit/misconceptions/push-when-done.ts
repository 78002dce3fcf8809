export const misconception = {
  belief: {
    en: 'The machines take the pictures in order, so pushing each print when it is done keeps the order.',
    zh: '机器按顺序取图片，所以每张做完就 push，顺序也不会变。',
  },
  refutation: {
    en: 'They are begun in order and done in any order: what follows an `await` runs when that picture is done. Remember the position when you take the picture, and store the print there.',
    zh: '开始有先后，完成却没有固定次序：`await` 之后的代码在那张图片完成时才运行。取图片时记下它的位置，再把结果存到那里。',
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
  let next = 0;
  let failed = false;
  const machine = async (): Promise<void> => {
    while (next < pictures.length && !failed) {
      const picture = pictures[next++] as Picture;
      try {
        prints.push(await convert(picture));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: machines }, machine));
  return prints;
}
