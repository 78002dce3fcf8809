/** Computes one piece of the path and keeps the event loop busy meanwhile; nobody knows beforehand for how long. */
export type Piece = () => void;

/**
 * Calls `beat` at 1, 2, 3, … times `everyMs` after this call: never early, and not later than the event loop is free.
 *
 * When several beats have become due by then, one call stands for all of them, and the next beat comes at its own time.
 *
 * @param everyMs whole ms, 1 or more
 * @param beat is told how many ms ago the beat was due, the first of them when it stands for several
 * @returns what stops the heart: after that call no beat comes and no timer is left; `beat` may make it too, and more
 *   than once
 */
export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let dueAt = performance.now() + everyMs;
  const tick = (): void => {
    const now = performance.now();
    const lateMs = now - dueAt;
    do dueAt += everyMs;
    while (dueAt <= now);
    timer = setTimeout(tick, dueAt - now);
    beat(lateMs);
  };
  let timer = setTimeout(tick, everyMs);
  return () => clearTimeout(timer);
}

/**
 * Computes all pieces in their order, beside a heart that beats every `everyMs` and was started at the same moment.
 *
 * A beat that becomes due during a piece comes right after that piece, before the next one. Control is given back for
 * that reason only, once for each beat, and for no longer than it takes: at most 1 ms.
 *
 * @param pieces each of them takes less than `everyMs`
 * @throws what a piece threw, at that moment; no other piece is begun
 */
export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  let dueAt = performance.now() + everyMs;
  for (const piece of pieces) {
    piece();
    if (performance.now() < dueAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    dueAt += everyMs;
  }
}
