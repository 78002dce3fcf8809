export const misconception = {
  belief: {
    en: '`setInterval(beat, 20)` calls `beat` at 20, 40, 60 ms and so on, whatever happens in between.',
    zh: '`setInterval(beat, 20)` 会在 20、40、60 ms……调用 `beat`，不管中间发生什么。',
  },
  refutation: {
    en: 'An interval counts its next 20 ms from the call before. Each late call moves all that follow: the delays add up, and nothing ever brings the beats back. Compute every due time from the start.',
    zh: 'interval 的下一个 20 ms 是从上一次调用算起的。每次迟到都会推后此后的所有调用：延误越积越多，再也回不到原来的时刻。每个应到时刻都应从起点算出。',
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

export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  let dueAt = performance.now() + everyMs;
  for (const piece of pieces) {
    piece();
    if (performance.now() < dueAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    dueAt += everyMs;
  }
}
