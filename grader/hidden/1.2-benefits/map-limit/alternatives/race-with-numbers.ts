type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// One promise per machine; each resolves with the number of its machine, so that the race says which one is free.
export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  const prints: Promise<Print>[] = [];
  const busy: Promise<number>[] = Array.from({ length: machines }, (_, i) => Promise.resolve(i));
  for (const picture of pictures) {
    const slot = await Promise.race(busy);
    const print = convert(picture);
    prints.push(print);
    const free = print.then(() => slot);
    free.catch(() => {});
    busy[slot] = free;
  }
  return Promise.all(prints);
}
