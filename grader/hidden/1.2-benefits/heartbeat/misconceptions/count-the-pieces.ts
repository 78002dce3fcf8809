export const misconception = {
  belief: {
    en: 'Giving control back after every third piece keeps the event loop responsive.',
    zh: '每算完三段就交出一次控制权，事件循环就能保持响应。',
  },
  refutation: {
    en: 'Three pieces may take 3 ms or 45 ms: a number of pieces is no time. Only the clock knows whether a beat is due, so look at it after each piece.',
    zh: '三段可能要 3 毫秒，也可能要 45 毫秒：段数不是时间。只有时钟知道心跳是否该到了，所以每算完一段都要看一眼。',
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

export async function computePath(pieces: readonly Piece[], _everyMs: number): Promise<void> {
  let computed = 0;
  for (const piece of pieces) {
    piece();
    computed += 1;
    if (computed % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
