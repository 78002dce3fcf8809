type Piece = () => void;

export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  let disarm = (): void => {};
  const arm = (dueAt: number): void => {
    const timer = setTimeout(() => {
      const now = Math.max(dueAt, performance.now());
      const missed = Math.floor((now - dueAt) / everyMs);
      arm(dueAt + (missed + 1) * everyMs);
      beat(now - dueAt);
    }, dueAt - performance.now());
    disarm = () => clearTimeout(timer);
  };
  arm(performance.now() + everyMs);
  return () => disarm();
}

// The path as a recursion: compute until a beat is due, let it through, compute the rest.
export function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  const from = (first: number, dueAt: number): Promise<void> => {
    let i = first;
    while (i < pieces.length && performance.now() < dueAt) pieces[i++]?.();
    if (i >= pieces.length) return Promise.resolve();
    const nextDueAt = dueAt + everyMs;
    return new Promise((resolve) => setImmediate(resolve)).then(() => from(i, nextDueAt));
  };
  try {
    return from(0, performance.now() + everyMs);
  } catch (error) {
    return Promise.reject(error);
  }
}
