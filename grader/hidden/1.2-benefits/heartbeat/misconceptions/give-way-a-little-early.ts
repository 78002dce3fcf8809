export const misconception = {
  belief: {
    en: 'To be on the safe side I give control back 1 ms before the beat is due.',
    zh: '为了保险，我在心跳到期前 1 ms 就交出控制权。',
  },
  refutation: {
    en: 'A beat that is due in 1 ms is not due, so nothing happens; your code takes the beat for given, begins the next piece, and the beat waits for all of it. Compute until the due time has come.',
    zh: '差 1 ms 到期就是没有到期，于是什么也不会发生；你的代码却以为心跳已经来过，接着开始下一段，心跳只好等它整段算完。应当一直算到到期的那一刻。',
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
  let dueAt = performance.now() + everyMs;
  for (const piece of pieces) {
    piece();
    if (performance.now() < dueAt - 1) continue;
    await new Promise((resolve) => setImmediate(resolve));
    dueAt += everyMs;
  }
}
