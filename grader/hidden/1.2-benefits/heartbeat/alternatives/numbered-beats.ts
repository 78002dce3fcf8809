type Piece = () => void;

// No due time is kept: the number of the beat follows from the time since the start.
const beatsDue = (start: number, everyMs: number): number =>
  Math.floor((Date.now() - start) / everyMs);

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  const start = Date.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const arm = (n: number): void => {
    const dueAt = start + n * everyMs;
    timer = setTimeout(() => {
      beat(Math.max(0, Date.now() - dueAt));
      if (!stopped) arm(Math.max(n, beatsDue(start, everyMs)) + 1);
    }, dueAt - Date.now());
  };
  arm(1);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  const start = Date.now();
  let letThrough = 0;
  for (const piece of pieces) {
    piece();
    const due = beatsDue(start, everyMs);
    if (due > letThrough) await new Promise((resolve) => setTimeout(resolve));
    letThrough = Math.max(letThrough, due);
  }
}
