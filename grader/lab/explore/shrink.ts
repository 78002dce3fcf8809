const MAX_ATTEMPTS = 200;

function withoutTrailingZeros(choices: readonly number[]): number[] {
  const end = choices.findLastIndex((choice) => choice !== 0);
  return choices.slice(0, end + 1);
}

/**
 * Makes a failing schedule as ordinary as possible: sets one choice after the other back to first come, first served,
 * and keeps what still fails. The result deviates from the ordinary order only where it must.
 */
export async function shrink(
  choices: readonly number[],
  fails: (choices: readonly number[]) => Promise<boolean>,
): Promise<number[]> {
  let best = withoutTrailingZeros(choices);
  let attempts = 0;
  for (let i = 0; i < best.length && attempts < MAX_ATTEMPTS; i++) {
    for (let smaller = 0; smaller < (best[i] ?? 0); smaller++) {
      const candidate = withoutTrailingZeros(best.with(i, smaller));
      attempts += 1;
      if (await fails(candidate)) {
        best = candidate;
        break;
      }
    }
  }
  return best;
}
