/** Asks one service; stops working when the signal aborts, if it is a polite one. */
export type Source = (signal: AbortSignal) => Promise<string>;

/** What the page shows for one source. */
export type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

/** Asks a source; whatever happens becomes a tile. */
async function ask(source: Source, signal: AbortSignal): Promise<Tile> {
  try {
    return { state: 'shown', text: await source(signal) };
  } catch {
    return { state: 'failed' };
  }
}

/**
 * Loads a page of tiles, one for each source, in the order of `sources`. All sources are asked at once.
 *
 * The page is ready as soon as every source has answered or failed, and after `deadlineMs` at the latest: what has not
 * answered by then is `late`, and its signal is aborted at that moment. A source that rejects, or throws when it is
 * called, is `failed`. The signal of a source that has answered may abort or not. Never rejects, and leaves no timer behind
 * that keeps the process alive.
 */
export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const controller = new AbortController();
  const { promise: late, resolve: giveUp } = Promise.withResolvers<Tile>();
  const timer = setTimeout(() => {
    // Late first: a polite source answers the abort with a rejection, which must not count as its own failure.
    giveUp({ state: 'late' });
    controller.abort();
  }, deadlineMs);
  try {
    return await Promise.all(
      sources.map((source) => Promise.race([ask(source, controller.signal), late])),
    );
  } finally {
    clearTimeout(timer);
  }
}
