/** One line of the table that `npm run bench` prints. */
export interface Row {
  what: string;
  ours: string;
  beside?: string;
  /** What is demanded, and whether it holds here and now. */
  bar?: { text: string; holds: boolean };
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The median duration of each action in real ms; they take turns, so that a busy moment of the machine hits them all. */
export async function compare(
  runs: number,
  actions: readonly (() => unknown)[],
): Promise<number[]> {
  const durations = actions.map((): number[] => []);
  for (let run = 0; run < runs; run++) {
    for (const [i, action] of actions.entries()) {
      const start = performance.now();
      await action();
      durations[i]?.push(performance.now() - start);
    }
  }
  return durations.map(median);
}

export function ms(duration: number): string {
  return `${duration < 10 ? duration.toFixed(2) : duration.toFixed(0)} ms`;
}

export function times(factor: number): string {
  return `${factor.toFixed(1)}×`;
}

/** Prints a table, as wide as its widest cells. */
export function printTable(title: string, rows: readonly Row[]): void {
  const cells = rows.map(({ what, ours, beside = '', bar }) => {
    const verdict = bar ? `${bar.holds ? '✓' : '✗'} ${bar.text}` : '';
    return [what, ours, beside, verdict];
  });
  const widths = [0, 1, 2, 3].map((i) => Math.max(...cells.map((line) => line[i]?.length ?? 0)));
  console.log(`\n${title}`);
  for (const [what = '', ...others] of cells) {
    const padded = others.map((cell, i) =>
      i === 2 ? cell : cell.padStart(widths[i + 1] as number),
    );
    console.log(`  ${what.padEnd(widths[0] as number)}  ${padded.join('  ')}`.trimEnd());
  }
}
