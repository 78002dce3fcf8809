type Execute = (step: string) => Promise<string>;

// No async function: what hangs on a rejected promise is skipped, so nothing starts after a failure.
export function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  return steps.reduce(
    (before, step) =>
      before.then((reports) => execute(step).then((report) => [...reports, report])),
    Promise.resolve<string[]>([]),
  );
}

class Prepared {
  readonly #start: () => Promise<string>;

  constructor(start: () => Promise<string>) {
    this.#start = start;
  }

  readonly run = (): Promise<string> => this.#start();
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return new Prepared(() => execute(step)).run;
}
