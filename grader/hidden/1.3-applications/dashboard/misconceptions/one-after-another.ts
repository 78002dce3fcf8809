export const misconception = {
  belief: {
    en: `Asking one source after the other with a deadline each keeps the page within its deadline.`,
    zh: `逐个询问来源，每个都设期限，整个页面就不会超过期限。`,
  },
  refutation: {
    en: `The waits add up: the second source is asked only when the first is done. Ask all of them first, then wait once.`,
    zh: `等待会相加：第一个完成之后才去问第二个。应当先全部问完，再一起等待。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const tiles: Tile[] = [];
  for (const source of sources) {
    const controller = new AbortController();
    const { promise: late, resolve } = Promise.withResolvers<Tile>();
    const timer = setTimeout(() => {
      resolve({ state: 'late' });
      controller.abort();
    }, deadlineMs);
    const asked = (async (): Promise<Tile> => {
      try {
        return { state: 'shown', text: await source(controller.signal) };
      } catch {
        return { state: 'failed' };
      }
    })();
    tiles.push(await Promise.race([asked, late]));
    clearTimeout(timer);
  }
  return tiles;
}
