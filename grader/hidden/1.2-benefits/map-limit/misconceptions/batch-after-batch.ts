export const misconception = {
  belief: {
    en: 'A limit of n means: take n pictures, wait for all of them with `Promise.all`, take the next n.',
    zh: '上限是 n，就是每次取 n 张，用 `Promise.all` 等它们全部完成，再取下 n 张。',
  },
  refutation: {
    en: 'A batch lasts as long as its slowest picture, and machines that are done stand idle meanwhile. A pool hands the next picture to whichever machine becomes free.',
    zh: '一批要等其中最慢的一张，先做完的机器只能闲着。池的做法是：哪台机器空出来，就把下一张交给它。',
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
  for (let i = 0; i < pictures.length; i += machines) {
    const batch = pictures.slice(i, i + machines).map((picture) => convert(picture));
    prints.push(...(await Promise.all(batch)));
  }
  return prints;
}
