export const misconception = {
  belief: {
    en: 'Promise.race over a set tells me of every failure.',
    zh: '对一个集合做 Promise.race，每个失败我都会知道。',
  },
  refutation: {
    en: 'It tells of the first that settles. A conversion that fails in the same turn takes itself out of the set in its `finally`, and nobody looks at it any more: keep the failure.',
    zh: '它只告诉你最先了结的那个。同一轮里失败的转换会在自己的 `finally` 里把自己移出集合，再也没有人看它：要把失败记下来。',
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
  const busy = new Set<Promise<void>>();
  const prints: Print[] = [];
  for (const [i, picture] of pictures.entries()) {
    const done: Promise<void> = convert(picture)
      .then((print) => {
        prints[i] = print;
      })
      .finally(() => busy.delete(done));
    busy.add(done);
    if (busy.size >= machines) await Promise.race(busy);
  }
  await Promise.all(busy);
  return prints;
}
