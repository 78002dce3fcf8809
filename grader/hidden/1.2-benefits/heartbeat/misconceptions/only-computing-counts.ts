export const misconception = {
  belief: {
    en: 'When my pieces have taken 20 ms together, 20 ms have passed.',
    zh: '我的各段加起来花了 20 ms，就过去了 20 ms。',
  },
  refutation: {
    en: 'The beats take time too, and so does everything else on the event loop. Your sum stands still meanwhile, falls behind the schedule a little more with each beat, and lets the beats wait for it. Look at the clock.',
    zh: '心跳也要花时间，事件循环上的其他一切也是。这期间你的总和停着不动，每次心跳都让它比时间表再落后一点，心跳就得等它。应当看时钟。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let dueAt = performance.now() + everyMs;
  const tick = (): void => {
    const now = performance.now();
    const lateMs = Math.max(0, now - dueAt);
    do dueAt += everyMs;
    while (dueAt <= now);
    timer = setTimeout(tick, dueAt - now);
    beat(lateMs);
  };
  let timer = setTimeout(tick, everyMs);
  return () => clearTimeout(timer);
}

export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  let computedMs = 0;
  let dueAt = everyMs;
  for (const piece of pieces) {
    const begin = performance.now();
    piece();
    computedMs += performance.now() - begin;
    if (computedMs < dueAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    dueAt += everyMs;
  }
}
