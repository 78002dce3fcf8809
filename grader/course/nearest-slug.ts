/**
 * Counts the letters to add, drop, change or swap with a neighbour to get from one word to the
 * other.
 */
function distance(from: string, to: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      let best = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) best = Math.min(best, (older[column - 2] ?? 0) + 1);
      current.push(best);
    }
    older = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/**
 * Finds the slug that somebody who typed `word` probably meant; `undefined` when nothing is
 * near.
 */
export function nearestSlug(word: string, slugs: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  const part = slugs.find((slug) => typed.length >= 3 && slug.includes(typed));
  if (part !== undefined) return part;
  const ranked = slugs
    .map((slug) => ({ slug, edits: distance(typed, slug) }))
    .filter(
      ({ slug, edits }) => edits <= Math.max(2, Math.floor(slug.length / 3)) && edits < slug.length,
    )
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.slug;
}
