export const misconception = {
  belief: {
    en: 'Nobody asks for 0 machines, and if somebody does, simply nothing happens.',
    zh: '没有人会要 0 台机器；真有人要，那就什么也不发生。',
  },
  refutation: {
    en: 'Without a machine no loop runs, `Promise.all([])` resolves at once, and the caller gets a list without prints as if all were well. Refuse what cannot work: reject with a RangeError before anything else.',
    zh: '没有机器就没有循环在跑，`Promise.all([])` 立刻完成，调用者拿到一个没有结果的列表，好像一切正常。办不到的事要拒绝：最先做的就是以 RangeError 拒绝。',
  },
  read: '1.2-benefits',
};

type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  const prints: Print[] = [];
  const waiting = pictures.entries();
  let failed = false;
  const machine = async (): Promise<void> => {
    for (const [i, picture] of waiting) {
      if (failed) return;
      try {
        prints[i] = await convert(picture);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const loops: Promise<void>[] = [];
  for (let i = 0; i < machines; i++) loops.push(machine());
  await Promise.all(loops);
  return prints;
}
