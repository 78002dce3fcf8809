type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// The conversions under way are a set, and each takes itself out when it is done.
export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!Number.isInteger(machines) || machines < 1) {
    throw new RangeError(`Cannot work with ${machines} machines`);
  }
  const prints: Print[] = new Array(pictures.length);
  const underWay = new Set<Promise<void>>();
  for (const [i, picture] of pictures.entries()) {
    const conversion: Promise<void> = convert(picture).then((print) => {
      prints[i] = print;
      underWay.delete(conversion);
    });
    underWay.add(conversion);
    if (underWay.size >= machines) await Promise.race(underWay);
  }
  await Promise.all(underWay);
  return prints;
}
