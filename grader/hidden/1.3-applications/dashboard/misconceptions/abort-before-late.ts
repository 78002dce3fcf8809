export const misconception = {
  belief: {
    en: `It does not matter in which order I abort and give up.`,
    zh: `先中止还是先放弃，顺序无所谓。`,
  },
  refutation: {
    en: `The abort rejects a polite source at once, and its failure reaches the race before your "late" does. Decide first that it is late, then abort.`,
    zh: `中止会让守规矩的来源立刻失败，这个失败先于你的“late”到达 race。应当先判定迟到，再中止。`,
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
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    controller.abort();
    setTimeout(() => reject(new Error('late')), 0);
  }, deadlineMs);
  try {
    return await Promise.all(
      sources.map((source) =>
        Promise.race([ask(source, controller.signal), late]).catch((): Tile => ({ state: 'late' })),
      ),
    );
  } finally {
    clearTimeout(timer);
  }
}
