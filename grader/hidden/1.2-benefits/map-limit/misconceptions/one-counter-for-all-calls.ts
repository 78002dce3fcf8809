export const misconception = {
  belief: {
    en: 'How many machines are busy is a fact about the photo lab, so the counter stands beside the function.',
    zh: '有多少台机器在忙是整个冲印店的事，所以计数器放在函数外面。',
  },
  refutation: {
    en: "A variable beside the function is shared by all calls, and while one call waits another one runs: each takes the other one's machines. What belongs to one call is declared inside it.",
    zh: '函数外面的变量由所有调用共享，而一个调用在等待时，另一个正在运行：它们会互相占用机器。属于一次调用的东西，应当在函数里面声明。',
  },
  read: '1.2-benefits',
};

type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

let underWay = 0;
const waiting: (() => void)[] = [];

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  let failed = false;
  const one = async (picture: Picture): Promise<Print> => {
    if (underWay >= machines) await new Promise<void>((free) => waiting.push(free));
    else underWay += 1;
    try {
      if (failed) throw new Error('too late');
      return await convert(picture);
    } catch (error) {
      failed = true;
      throw error;
    } finally {
      const next = waiting.shift();
      if (next) next();
      else underWay -= 1;
    }
  };
  return Promise.all(pictures.map(one));
}
