export const misconception = {
  belief: {
    en: 'All machines are running already, so it is enough to await them one after the other.',
    zh: '所有机器都已经在运行，逐个 await 它们就够了。',
  },
  refutation: {
    en: 'While you await the first machine nobody listens to the others: one that fails meanwhile is an unhandled rejection, and the caller hears of it only when the first is done. Wait for all of them at once.',
    zh: '等待第一台机器时，没有人监听其余的：这时若有一台失败，就是未处理的拒绝，调用者要等第一台做完才知道。应当同时等待所有机器。',
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
    while (next < pictures.length && !failed) {
      const i = next++;
      try {
        prints[i] = await convert(pictures[i] as Picture);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const running = Array.from({ length: machines }, machine);
  for (const loop of running) await loop;
  return prints;
}
