export const misconception = {
  belief: {
    en: 'A piece could make the beat late, so I wait for the beat before I begin a piece that might not fit.',
    zh: '一段计算可能让心跳迟到，所以凡是可能放不下的，我都先等心跳过去再开始。',
  },
  refutation: {
    en: 'Then nothing is computed while you wait, and the path takes far longer. A beat may be late by the one piece that is under way; compute until it is due, and give control back for a moment only.',
    zh: '等待期间什么也没算，整条路径要多花很多时间。心跳可以迟到，最多迟到正在算的那一段；算到它到期为止，交出控制权只需一瞬。',
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
  let longestMs = 0;
  for (const piece of pieces) {
    const begin = performance.now();
    if (begin + longestMs >= dueAt) {
      await new Promise((resolve) => setTimeout(resolve, dueAt - begin));
      do dueAt += everyMs;
      while (dueAt <= performance.now());
    }
    const begun = performance.now();
    piece();
    longestMs = Math.max(longestMs, performance.now() - begun);
  }
}
