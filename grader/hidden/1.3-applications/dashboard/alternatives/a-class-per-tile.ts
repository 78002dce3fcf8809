type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

class Slot {
  tile: Tile = { state: 'late' };
  readonly #controller = new AbortController();

  async fill(source: Source): Promise<void> {
    const settle = (tile: Tile): void => {
      if (!this.#controller.signal.aborted) this.tile = tile;
    };
    try {
      settle({ state: 'shown', text: await source(this.#controller.signal) });
    } catch {
      settle({ state: 'failed' });
    }
  }

  giveUp(): void {
    this.#controller.abort();
  }
}

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const slots = sources.map(() => new Slot());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      for (const slot of slots) slot.giveUp();
      resolve();
    }, deadlineMs);
  });
  const filled = Promise.all(slots.map((slot, i) => slot.fill(sources[i] as Source)));
  await Promise.race([filled, deadline]);
  clearTimeout(timer);
  return slots.map(({ tile }) => tile);
}
