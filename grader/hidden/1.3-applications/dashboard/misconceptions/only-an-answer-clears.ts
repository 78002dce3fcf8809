export const misconception = {
  belief: {
    en: 'The timer is cleared when the answer is there.',
    zh: '答案到了，就撤掉定时器。',
  },
  refutation: {
    en: 'And when there is none? A source that fails leaves its timer armed: the process stays alive until the deadline, and a signal aborts that nobody needs any more. A `finally` clears it either way.',
    zh: '要是没有答案呢？来源失败后，它的定时器还挂着：进程要到期限才能退出，还会中止一个已经没人需要的信号。放在 `finally` 里，两种情况都会清掉。',
  },
  read: '1.3-applications',
};

type Source = (signal: AbortSignal) => Promise<string>;
type Tile = { state: 'shown'; text: string } | { state: 'failed' } | { state: 'late' };

async function loadTile(source: Source, deadlineMs: number): Promise<Tile> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Tile>((resolve) => {
    timer = setTimeout(() => {
      resolve({ state: 'late' });
      controller.abort();
    }, deadlineMs);
  });
  const answer = async (): Promise<Tile> => ({
    state: 'shown',
    text: await source(controller.signal),
  });
  try {
    const tile = await Promise.race([answer(), late]);
    clearTimeout(timer);
    return tile;
  } catch {
    return { state: 'failed' };
  }
}

export function loadPage(sources: readonly Source[], deadlineMs: number): Promise<Tile[]> {
  return Promise.all(sources.map((source) => loadTile(source, deadlineMs)));
}
