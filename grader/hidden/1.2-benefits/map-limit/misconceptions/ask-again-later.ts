export const misconception = {
  belief: {
    en: 'While all machines are busy, the loop sleeps for some milliseconds and then looks again.',
    zh: '机器都在忙的时候，循环先睡几毫秒，再来看一次。',
  },
  refutation: {
    en: 'A machine that becomes free just after a look stands idle until the next one, and the looking never rests. Whoever frees a machine knows it at that moment: let that start the next picture.',
    zh: '刚看过一眼就空出来的机器，要闲到下一次查看；而查看本身从不停歇。是谁让机器空出来的，谁当时就知道：由那一刻来启动下一张。',
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
  const conversions: Promise<void>[] = [];
  let underWay = 0;
  let failure: { error: unknown } | undefined;
  for (const [i, picture] of pictures.entries()) {
    while (underWay >= machines) await new Promise((done) => setTimeout(done, 10));
    if (failure) throw failure.error;
    underWay += 1;
    const conversion = convert(picture).then((print) => {
      prints[i] = print;
    });
    conversions.push(conversion);
    conversion
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .finally(() => {
        underWay -= 1;
      });
  }
  await Promise.all(conversions);
  return prints;
}
