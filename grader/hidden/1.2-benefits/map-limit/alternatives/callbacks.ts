type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

// Promises without async: whoever is done starts the next one, and settles the whole when it was the last.
export function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  if (!(machines >= 1 && machines % 1 === 0)) return Promise.reject(new RangeError('machines'));
  return new Promise((resolve, reject) => {
    const prints: Print[] = [];
    let next = 0;
    let missing = pictures.length;
    if (missing === 0) resolve(prints);

    const startOne = (): void => {
      if (next >= pictures.length) return;
      const i = next++;
      convert(pictures[i] as Picture).then(
        (print) => {
          prints[i] = print;
          missing -= 1;
          if (missing === 0) resolve(prints);
          else startOne();
        },
        (error: unknown) => {
          next = pictures.length;
          reject(error);
        },
      );
    };
    for (let n = 0; n < machines && n < pictures.length; n++) startOne();
  });
}
