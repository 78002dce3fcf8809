export const misconception = {
  belief: {
    en: 'If I give control back whenever 20 ms have passed since the last time, no beat of 20 ms can be late by much.',
    zh: '只要距上次交出控制权满 20 ms 就再交一次，20 ms 一次的心跳就不会迟到多少。',
  },
  refutation: {
    en: 'Your pauses come a little late, each counts from the one before, and so they drift away from the beats: soon a beat is due in the middle of your 20 ms and waits for the rest of them. Measure from the schedule of the heart.',
    zh: '你的停顿每次都稍晚一点，又各自从上一次算起，于是渐渐偏离心跳：不久，心跳就会在你的 20 ms 中间到期，只能等剩下的时间过完。应当以心跳的时间表为准。',
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
  let lastPause = performance.now();
  for (const piece of pieces) {
    piece();
    if (performance.now() - lastPause < everyMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    lastPause = performance.now();
  }
}
