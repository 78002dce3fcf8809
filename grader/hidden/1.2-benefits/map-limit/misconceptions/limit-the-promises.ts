export const misconception = {
  belief: {
    en: 'I make all the promises first and then wait for only n of them at a time, so only n run.',
    zh: '我先创建所有 promise，再每次只等待其中 n 个，所以同时运行的只有 n 个。',
  },
  refutation: {
    en: 'A promise is work that is already under way: calling `convert` started the machine. What can be held back is the call, so keep the pictures, or functions, and call when a machine is free.',
    zh: 'promise 代表已经在进行的工作：调用 `convert` 时机器就启动了。能推迟的只有调用本身，所以应当留着图片（或函数），等机器空了再调用。',
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
  const conversions = pictures.map((picture) => convert(picture));
  const prints: Print[] = [];
  while (conversions.length > 0) {
    prints.push(...(await Promise.all(conversions.splice(0, machines))));
  }
  return prints;
}
