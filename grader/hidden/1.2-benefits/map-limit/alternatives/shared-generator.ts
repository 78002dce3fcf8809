type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// The machines share one generator. A throw inside for…of closes it, so the other machines find it used up.
function* inOrder<T>(list: readonly T[]): Generator<[number, T]> {
  yield* list.entries();
}

export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  const prints = new Map<number, Print>();
  const waiting = inOrder(pictures);
  const machine = async (): Promise<void> => {
    for (const [i, picture] of waiting) prints.set(i, await convert(picture));
  };
  await Promise.all(Array.from({ length: machines }, machine));
  return pictures.map((_, i) => prints.get(i) as Print);
}
