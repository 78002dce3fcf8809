export const misconception = {
  belief: {
    en: 'An interval and a pause after every third piece: the rhythm of the program keeps the rhythm of the heart.',
    zh: '一个 interval，加上每三段一次的停顿：程序的节奏就能保住心跳的节奏。',
  },
  refutation: {
    en: 'Neither of them looks at the schedule. The interval counts from the call before and keeps every delay; three pieces may take 3 ms or 45 ms. Both need to know when the next beat is due, counted from the start.',
    zh: '两者都不看时间表。interval 从上一次调用算起，每次延误都留着；三段可能要 3 毫秒，也可能要 45 毫秒。两者都需要知道下一次心跳何时到期，并且从起点算起。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let lastBeat = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    beat(now - lastBeat - everyMs);
    lastBeat = now;
  }, everyMs);
  return () => clearInterval(timer);
}

export async function computePath(pieces: readonly Piece[], _everyMs: number): Promise<void> {
  let computed = 0;
  for (const piece of pieces) {
    piece();
    computed += 1;
    if (computed % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
