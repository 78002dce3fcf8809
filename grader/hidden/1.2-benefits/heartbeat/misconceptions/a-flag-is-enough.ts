export const misconception = {
  belief: {
    en: 'A heart is stopped when it calls nobody any more: a flag that the timer looks at is enough.',
    zh: '心跳不再调用任何人，就算停了：设一个标志，让定时器触发时看一眼就够。',
  },
  refutation: {
    en: 'The timer is still armed. It fires once more for nothing, and a program that is done does not end before that. Clear it, and the flag is not needed.',
    zh: '定时器还在。它会白白再触发一次，而已经做完事的程序在那之前不会结束。清除它，标志也就用不着了。',
  },
  read: '1.2-benefits',
};

type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let dueAt = performance.now() + everyMs;
  let stopped = false;
  const tick = (): void => {
    if (stopped) return;
    const now = performance.now();
    const lateMs = Math.max(0, now - dueAt);
    do dueAt += everyMs;
    while (dueAt <= now);
    setTimeout(tick, dueAt - now);
    beat(lateMs);
  };
  setTimeout(tick, everyMs);
  return () => {
    stopped = true;
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
