export const misconception = {
  belief: {
    en: 'No beat may get lost: whoever was blocked for three periods gives three beats afterwards.',
    zh: '一次心跳也不能丢：被阻塞了三个周期，事后就补三次。',
  },
  refutation: {
    en: 'Three beats in one go say no more than one: alive now. They cannot repair the silence, and they come in a bunch when the loop has the most to catch up with. Skip to the next due time that lies ahead.',
    zh: '一口气补三次，说明的并不比一次多：现在还活着。它们弥补不了之前的沉默，还偏偏在循环最忙着赶工的时候挤成一团。应当跳到前方的下一个应到时刻。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let dueAt = performance.now() + everyMs;
  const tick = (): void => {
    const now = performance.now();
    const lateMs = Math.max(0, now - dueAt);
    dueAt += everyMs;
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
    if (performance.now() < dueAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    dueAt += everyMs;
  }
}
