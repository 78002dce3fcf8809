import { todo } from '#course';

/** Computes one piece of the path and keeps the event loop busy meanwhile; nobody knows beforehand for how long. */
export type Piece = () => void;

/**
 * Calls `beat` at 1, 2, 3, … times `everyMs` after this call: never early, and not later than the event loop is free.
 *
 * When several beats have become due by then, one call stands for all of them, and the next beat comes at its own time.
 * On a real machine a timer may fire a fraction of a ms too soon: that is the beat it was set for, on time.
 *
 * @param everyMs whole ms, 1 or more
 * @param beat is told how many ms ago the beat was due (0 or more), the first of them when it stands for several; may
 *   take a few ms itself, and is over before the next one is due
 * @returns what stops the heart: after that call no beat comes and no timer is left; `beat` may make it too, and more
 *   than once
 */
export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  void todo(); // Delete this line when you begin.
  let lastBeat = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    beat(now - lastBeat - everyMs);
    lastBeat = now;
  }, everyMs);
  return () => clearInterval(timer);
}

/**
 * Computes all pieces in their order, beside a heart that beats every `everyMs` and was started at the same moment.
 *
 * A beat that becomes due during a piece comes right after that piece, before the next one; after the last piece the path
 * may be done at once as well. Control is given back for that reason only, for one turn of the event loop for each beat:
 * at most 1 ms. A beat may take a few ms itself.
 *
 * @param pieces each of them takes less than `everyMs`
 * @throws what a piece threw, whatever it is, at that moment and always as a rejection; no other piece is begun
 */
export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  void todo(); // Delete this line when you begin.
  let computed = 0;
  for (const piece of pieces) {
    piece();
    computed += 1;
    if (computed % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}
