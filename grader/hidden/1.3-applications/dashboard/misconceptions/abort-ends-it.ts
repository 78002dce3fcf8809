export const misconception = {
  belief: {
    en: `After an abort every source rejects, so I only have to wait for all of them.`,
    zh: `中止之后每个来源都会失败，所以我只要等它们全部结束。`,
  },
  refutation: {
    en: `An abort is a request. A source that does not look at its signal holds the page for as long as it likes; the deadline must be yours.`,
    zh: `中止只是请求。不看信号的来源想让页面等多久就等多久；期限必须由你自己掌握。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), deadlineMs);
  try {
    return await Promise.all(
      sources.map(async (source): Promise<Tile> => {
        try {
          return { state: 'shown', text: await source(controller.signal) };
        } catch {
          return { state: controller.signal.aborted ? 'late' : 'failed' };
        }
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}
