export const misconception = {
  belief: {
    en: 'It does not matter which waiting picture a free machine takes, and `pop` is the cheapest way to take one.',
    zh: '空闲的机器取哪一张都无所谓，而 `pop` 最省事。',
  },
  refutation: {
    en: '`pop` takes the picture that came last: the first of the list waits longest, and in a queue that grows it may wait for ever. Fairness is an order: take from the front.',
    zh: '`pop` 取走的是最后来的那张：列表里的第一张等得最久，队列若不断增长，它可能永远等下去。公平就是先来后到：从前端取。',
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
  const waiting = [...pictures.entries()];
  let failed = false;
  const machine = async (): Promise<void> => {
    for (let task = waiting.pop(); task && !failed; task = waiting.pop()) {
      const [i, picture] = task;
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
