type Execute = (step: string) => Promise<string>;

// The first step, and only then the rest.
export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const report = await execute(first);
  return [report, ...(await deploy(rest, execute))];
}

export const prepare = (step: string, execute: Execute): (() => Promise<string>) =>
  execute.bind(undefined, step);
