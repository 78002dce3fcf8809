export const misconception = {
  belief: {
    en: 'The more often I give control back, the better: after every piece.',
    zh: '交出控制权越频繁越好：每算完一段就交一次。',
  },
  refutation: {
    en: 'Each time everything else on the event loop gets its turn, and the path waits. With pieces of a millisecond that is twenty times for one beat; nineteen of them bring nothing.',
    zh: '每交一次，事件循环上的其他一切都会先轮到，路径就在等。每段一毫秒时，一次心跳之间要交二十次，其中十九次毫无用处。',
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
  for (const piece of pieces) {
    piece();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
