type Execute = (step: string) => Promise<string>;

// Every step hangs on the one before; Promise.all listens to all of them, so that a failure reaches the caller once.
export function deploy(steps: readonly string[], execute: Execute): Promise<string[]> {
  let last: Promise<unknown> = Promise.resolve();
  const linked: Promise<string>[] = [];
  for (const step of steps) {
    const next = last.then(() => execute(step));
    linked.push(next);
    last = next;
  }
  return Promise.all(linked);
}

export function prepare(step: string, execute: Execute): () => Promise<string> {
  return () =>
    new Promise((resolve, reject) => {
      execute(step).then(resolve, reject);
    });
}
