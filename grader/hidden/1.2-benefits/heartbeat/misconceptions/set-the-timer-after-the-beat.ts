export const misconception = {
  belief: {
    en: 'I know what is left until the next beat, so it does not matter whether I set the timer before `beat` or after it.',
    zh: '离下一次心跳还剩多久，我已经算好了，所以定时器在 `beat` 之前还是之后设，都一样。',
  },
  refutation: {
    en: 'A timer counts from the moment at which it is set. When `beat` takes 8 ms, what you computed before it is 8 ms too much, and the next beat is 8 ms late. Set the timer first, or ask the clock again.',
    zh: '定时器从设定的那一刻算起。`beat` 要花 8 ms 时，之前算好的就多了 8 ms，下一次心跳便迟到 8 ms。应当先设定时器，或者事后再看一次时钟。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let dueAt = performance.now() + everyMs;
  let stopped = false;
  const tick = (): void => {
    const now = performance.now();
    const lateMs = Math.max(0, now - dueAt);
    do dueAt += everyMs;
    while (dueAt <= now);
    const leftMs = dueAt - now;
    beat(lateMs);
    if (!stopped) timer = setTimeout(tick, leftMs);
  };
  let timer = setTimeout(tick, everyMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
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
