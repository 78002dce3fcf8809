type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// A machine is "one picture, and then the rest".
export function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  const prints: Print[] = [];
  const rest = pictures.keys();
  let failed = false;
  const goOn = (): Promise<void> | undefined => {
    const { value: i, done } = rest.next();
    if (done || failed) return undefined;
    const conversion = convert(pictures[i] as Picture);
    conversion.catch(() => {
      failed = true;
    });
    return conversion.then((print) => {
      prints[i] = print;
      return goOn();
    });
  };
  return Promise.try(() => {
    if (!Number.isInteger(machines) || machines < 1) throw new RangeError('machines');
    return Promise.all(pictures.slice(0, machines).map(goOn));
  }).then(() => prints);
}
