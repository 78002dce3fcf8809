import { todo } from '#course';

/** Puts one picture through a machine and resolves with its print. Calling it starts a machine. */
export type Convert<Picture, Print> = (picture: Picture) => Promise<Print>;

/**
 * Converts all pictures, at most `machines` of them at the same time.
 *
 * The pictures are begun in the order of the list. A machine that becomes free takes the next one at once. Any value
 * can be a picture, also `0`, `''` and `undefined`. Calls do not share machines.
 *
 * @param machines how many pictures may be under way at once: a whole number, 1 or more
 * @returns the prints, in the order of `pictures`, as soon as the last of them is done
 * @throws what the first failing conversion rejected with, at the moment it fails; those under way run to their end, but
 *   no other is begun
 * @throws {RangeError} when `machines` is no whole number of at least 1, and nothing is begun. All failures are
 *   rejections: the call itself never throws
 */
export async function convertAll<Picture, Print>(
  pictures: readonly Picture[],
  machines: number,
  convert: Convert<Picture, Print>,
): Promise<Print[]> {
  todo();
}
