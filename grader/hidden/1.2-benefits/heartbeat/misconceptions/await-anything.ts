export const misconception = {
  belief: {
    en: 'Any `await` gives control back to the event loop, so `await null` is enough.',
    zh: '任何 `await` 都会把控制权交还给事件循环，所以 `await null` 就够了。',
  },
  refutation: {
    en: '`await null` continues as a microtask, and timers run only when there are no microtasks left: not one beat comes before the path is done. Await something that the event loop itself has to bring about.',
    zh: '`await null` 之后的代码是微任务，而微任务全部跑完才轮到定时器：路径算完之前，一次心跳也不会来。应当等待必须由事件循环自己带来的东西。',
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
  let dueAt = performance.now() + everyMs;
  for (const piece of pieces) {
    piece();
    if (performance.now() < dueAt) continue;
    await null;
    dueAt += everyMs;
  }
}
