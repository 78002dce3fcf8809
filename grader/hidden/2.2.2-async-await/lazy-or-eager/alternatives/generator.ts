type Execute = (step: string) => Promise<string>;

// A generator is as lazy as a list of coroutine objects: each call is made when the loop asks for it.
function* start(steps: readonly string[], execute: Execute): Generator<Promise<string>> {
  for (const step of steps) yield execute(step);
}

export async function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  const reports: string[] = [];
  for await (const report of start(steps, execute)) reports.push(report);
  return reports;
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return async () => {
    const report = await execute(step);
    return report;
  };
}
