export const misconception = {
  belief: {
    en: `Promise.all collects what there is.`,
    zh: `Promise.all 会把已有的结果收集起来。`,
  },
  refutation: {
    en: `Promise.all rejects with the first failure: one broken service takes the whole page with it. Make a tile of every failure before you wait for all.`,
    zh: `只要有一个失败，Promise.all 就会失败：一个坏掉的服务会拖垮整个页面。等待之前，先把每个失败变成一张卡片。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const controller = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<Tile>();
  const timer = setTimeout(() => {
    resolve({ state: 'late' });
    controller.abort();
  }, deadlineMs);
  const show = async (source: Source): Promise<Tile> => ({
    state: 'shown',
    text: await source(controller.signal),
  });
  try {
    return await Promise.all(sources.map((source) => Promise.race([show(source), late])));
  } finally {
    clearTimeout(timer);
  }
}
