type Execute = (step: string) => Promise<string>;

async function* reportsOf(steps: readonly string[], execute: Execute): AsyncGenerator<string> {
  for (const step of steps) yield execute(step);
}

export const deploy = (steps: readonly string[], execute: Execute): Promise<string[]> =>
  Array.fromAsync(reportsOf(steps, execute));

function* runs(step: string, execute: Execute): Generator<Promise<string>, never> {
  for (;;) yield execute(step);
}

// An endless generator, pulled once for each run.
export function prepare(step: string, execute: Execute): () => Promise<string> {
  const prepared = runs(step, execute);
  return () => prepared.next().value;
}
