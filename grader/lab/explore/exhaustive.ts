/**
 * The next schedule of a depth-first walk over all of them: the last choice that has an alternative takes it, and what
 * came after it starts from the beginning. `undefined` when there is none left.
 */
export function nextChoices(
  choices: readonly number[],
  widths: readonly number[],
): number[] | undefined {
  for (let i = choices.length - 1; i >= 0; i--) {
    const choice = choices[i] as number;
    if (choice + 1 < (widths[i] as number)) return [...choices.slice(0, i), choice + 1];
  }
  return undefined;
}
