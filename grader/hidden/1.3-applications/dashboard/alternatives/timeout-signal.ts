type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

// The deadline as a signal: AbortSignal.timeout keeps no process alive, so there is no timer to take back.
export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const signal = AbortSignal.timeout(deadlineMs);
  const late = new Promise<Tile>((resolve) => {
    signal.addEventListener('abort', () => resolve({ state: 'late' }), { once: true });
  });
  const ask = async (source: Source): Promise<Tile> => {
    try {
      return { state: 'shown', text: await source(signal) };
    } catch {
      return signal.aborted ? { state: 'late' } : { state: 'failed' };
    }
  };
  return Promise.all(sources.map((source) => Promise.race([ask(source), late])));
}
