export const misconception = {
  belief: {
    en: 'A failure is reported when everything else is finished; then nothing is left half done.',
    zh: '等其他工作都结束了再报告失败，这样就不会留下做了一半的事。',
  },
  refutation: {
    en: 'The caller waits for prints that nobody will use, and the machines go on making them. Reject at the moment of the failure, and begin nothing after it.',
    zh: '调用者在等待没人会用的结果，机器也还在生产它们。应当在失败的那一刻就拒绝，并且之后不再开始任何图片。',
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
  const errors: unknown[] = [];
  let next = 0;
  const machine = async (): Promise<void> => {
    while (next < pictures.length) {
      const i = next++;
      try {
        prints[i] = await convert(pictures[i] as Picture);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: machines }, machine));
  if (errors.length > 0) throw errors[0];
  return prints;
}
