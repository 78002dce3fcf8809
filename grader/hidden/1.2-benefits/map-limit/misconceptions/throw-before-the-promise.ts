export const misconception = {
  belief: {
    en: 'A wrong number of machines is a programming error, so the function throws at once instead of rejecting.',
    zh: '机器数量不对属于编程错误，所以函数应当立即抛出，而不是让 promise 失败。',
  },
  refutation: {
    en: 'A function that returns a promise has one way to fail. If it sometimes throws instead, `.catch` and `Promise.allSettled` around the call miss it: throw inside an async function, or return `Promise.reject`.',
    zh: '返回 promise 的函数只应有一种失败方式。若有时改为直接抛出，调用处的 `.catch` 和 `Promise.allSettled` 就接不到：在 async 函数里抛出，或返回 `Promise.reject`。',
  },
  read: '1.2-benefits',
};

type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

export function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  return pool(pictures, machines, convert);
}

async function pool<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
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
  await Promise.all(Array.from({ length: machines }, machine));
  return prints;
}
