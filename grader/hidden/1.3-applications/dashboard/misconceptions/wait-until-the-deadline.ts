export const misconception = {
  belief: {
    en: `The deadline is when the page is ready.`,
    zh: `期限就是页面就绪的时刻。`,
  },
  refutation: {
    en: `It is the latest moment, not the moment. With every tile there earlier, the reader waits for nothing.`,
    zh: `它是最晚的时刻，而不是就绪的时刻。卡片提前到齐时，读者是在白等。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const controller = new AbortController();
  const tiles: Tile[] = sources.map(() => ({ state: 'late' }));
  for (const [i, source] of sources.entries()) {
    (async () => source(controller.signal))().then(
      (text) => {
        tiles[i] = { state: 'shown', text };
      },
      () => {
        tiles[i] = { state: 'failed' };
      },
    );
  }
  await new Promise((resolve) => setTimeout(resolve, deadlineMs));
  const page = [...tiles];
  controller.abort();
  return page;
}
