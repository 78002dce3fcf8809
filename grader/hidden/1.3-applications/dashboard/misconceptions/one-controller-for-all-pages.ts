export const misconception = {
  belief: {
    en: `One AbortController in the module is enough.`,
    zh: `模块里有一个 AbortController 就够了。`,
  },
  refutation: {
    en: `A controller aborts once and for everybody: the deadline of one page stops the sources of all the others, now and later. Make one for each page.`,
    zh: `一个控制器只能中止一次，而且对所有人生效：一个页面的期限会停掉其他页面的来源，现在和以后都是。每个页面各用一个。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

const controller = new AbortController();

async function ask(source: Source, signal: AbortSignal): Promise<Tile> {
  try {
    return { state: 'shown', text: await source(signal) };
  } catch {
    return { state: 'failed' };
  }
}

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const { promise: late, resolve } = Promise.withResolvers<Tile>();
  const timer = setTimeout(() => {
    resolve({ state: 'late' });
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
