export const misconception = {
  belief: {
    en: '`clearTimeout` stops the heart, wherever it is called.',
    zh: '无论在哪里调用，`clearTimeout` 都能让心跳停下。',
  },
  refutation: {
    en: 'It clears one timer. Inside `beat` that timer has already fired, and the line after `beat` sets a new one: the heart goes on. Set the next timer before you call `beat`, or remember that it was stopped.',
    zh: '它只清除一个定时器。在 `beat` 里面，那个定时器已经触发过了，而 `beat` 之后的那一行又设了新的：心跳还在继续。应当先设好下一个定时器再调用 `beat`，或者记住已经停止。',
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
    beat(lateMs);
    timer = setTimeout(tick, dueAt - performance.now());
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
