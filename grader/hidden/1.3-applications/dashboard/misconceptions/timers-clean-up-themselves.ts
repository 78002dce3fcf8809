export const misconception = {
  belief: {
    en: `A timer that is not needed any more goes away by itself.`,
    zh: `不再需要的定时器会自己消失。`,
  },
  refutation: {
    en: `It stays armed until it fires, and keeps the process alive until then. Clear it when the page is ready.`,
    zh: `它会一直挂着，直到触发，在那之前进程都不会结束。页面就绪时要把它清掉。`,
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

async function ask(source: Source, signal: AbortSignal): Promise<Tile> {
  try {
    return { state: 'shown', text: await source(signal) };
  } catch {
    return { state: 'failed' };
  }
}

export async function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  const controller = new AbortController();
  const late = new Promise<Tile>((resolve) => {
    setTimeout(() => {
      resolve({ state: 'late' });
      controller.abort();
    }, deadlineMs);
  });
  return Promise.all(sources.map((source) => Promise.race([ask(source, controller.signal), late])));
}
