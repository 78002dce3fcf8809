export const misconception = {
  belief: {
    en: 'A timer may be late, but it never fires too soon: when it fires, the clock has reached the time it was set for.',
    zh: '定时器可能会迟，但绝不会早：它触发时，时钟已经到了它所设的时刻。',
  },
  refutation: {
    en: '`setTimeout` counts whole milliseconds and the clock does not: 14.6 becomes 14. Such a beat is 0 ms late, not -0.6, and the next one is the one after it: what the clock says of now does not tell which beat this is.',
    zh: '`setTimeout` 只数整毫秒，时钟却不是：14.6 会变成 14。这样的心跳迟了 0 ms，不是 -0.6；下一次是它之后的那一次：光凭此刻的时钟，判断不出这是第几次。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const arm = (n: number): void => {
    const dueAt = start + n * everyMs;
    const tick = (): void => {
      const now = performance.now();
      arm(Math.floor((now - start) / everyMs) + 1);
      beat(now - dueAt);
    };
    timer = setTimeout(tick, dueAt - performance.now());
  };
  arm(1);
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
