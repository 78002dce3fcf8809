const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const duties = new Set<() => void>();

function fulfil(): void {
  for (const duty of duties) duty();
}

function onSignal(signal: NodeJS.Signals): void {
  fulfil();
  if (process.listenerCount(signal) > 1) return;
  // Nobody else cares for the signal, so it must end this process as if nobody had listened.
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

process.on('exit', fulfil);

/** Has `duty` done when this process ends, also by Ctrl-C; the returned function takes it back. */
export function atEnd(duty: () => void): () => void {
  if (duties.size === 0) for (const signal of SIGNALS) process.on(signal, onSignal);
  duties.add(duty);
  return () => {
    duties.delete(duty);
    if (duties.size === 0) for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
