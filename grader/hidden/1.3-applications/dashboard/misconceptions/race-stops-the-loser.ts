export const misconception = {
  belief: {
    en: `Promise.race stops the promise that loses.`,
    zh: `Promise.race 会让输掉的那个 promise 停下来。`,
  },
  refutation: {
    en: `Race only stops waiting. The late source goes on working, for nobody; only an abort that reaches it makes it stop.`,
    zh: `race 只是不再等待。迟到的来源继续白白工作；只有传到它那里的中止信号才能让它停下。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

async function ask(source: Source): Promise<Tile> {
  try {
    return { state: 'shown', text: await source(new AbortController().signal) };
  } catch {
    return { state: 'failed' };
  }
}

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const { promise: late, resolve } = Promise.withResolvers<Tile>();
  const timer = setTimeout(() => resolve({ state: 'late' }), deadlineMs);
  const tiles = await Promise.all(sources.map((source) => Promise.race([ask(source), late])));
  clearTimeout(timer);
  return tiles;
}
