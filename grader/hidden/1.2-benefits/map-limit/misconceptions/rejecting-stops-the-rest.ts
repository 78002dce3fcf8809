export const misconception = {
  belief: {
    en: 'When one machine fails, `Promise.all` rejects, and with that the other machines stop.',
    zh: '一台机器失败，`Promise.all` 随之失败，其他机器也就停了。',
  },
  refutation: {
    en: '`Promise.all` only stops waiting. The other loops know nothing of the failure and go on taking pictures until the list is used up; they need a sign that they look at before each picture.',
    zh: '`Promise.all` 只是不再等待。其他循环并不知道有失败，会继续取图片，直到列表取完；它们需要一个标记，每取一张之前先看一眼。',
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
  const machine = async (): Promise<void> => {
    while (next < pictures.length) {
      const i = next++;
      prints[i] = await convert(pictures[i] as Picture);
    }
  };
  await Promise.all(Array.from({ length: machines }, machine));
  return prints;
}
