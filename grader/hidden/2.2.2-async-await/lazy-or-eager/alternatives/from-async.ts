type Execute = (step: string) => Promise<string>;

// The mapper of Array.fromAsync is called for the next step when the promise of the one before is fulfilled.
export const deploy = (steps: readonly string[], execute: Execute): Promise<string[]> =>
  Array.fromAsync(steps, (step) => execute(step));

export const prepare =
  (step: string, execute: Execute): (() => Promise<string>) =>
  () =>
    Promise.resolve(execute(step));
