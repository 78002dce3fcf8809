type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

// No async, no race: a list of open tiles, closed once.
export function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const tiles: Tile[] = sources.map(() => ({ state: 'late' }));
    let open = sources.length;
    let closed = false;
    const close = (): void => {
      if (closed) return;
      closed = true;
      clearTimeout(timer);
      resolve([...tiles]);
      controller.abort();
    };
    const timer = setTimeout(close, deadlineMs);
    const put = (i: number, tile: Tile): void => {
      if (closed) return;
      tiles[i] = tile;
      open -= 1;
      if (open === 0) close();
    };
    sources.forEach((source, i) => {
      new Promise<string>((answer) => answer(source(controller.signal))).then(
        (text) => put(i, { state: 'shown', text }),
        () => put(i, { state: 'failed' }),
      );
    });
    if (open === 0) close();
  });
}
