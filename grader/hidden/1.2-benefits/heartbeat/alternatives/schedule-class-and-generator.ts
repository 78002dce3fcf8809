type Piece = () => void;

class Schedule {
  readonly #everyMs: number;
  dueAt: number;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
    this.dueAt = performance.now() + everyMs;
  }

  get lateMs(): number {
    return performance.now() - this.dueAt;
  }

  skipWhatIsDue(): void {
    const periods = Math.floor(this.lateMs / this.#everyMs) + 1;
    this.dueAt += periods * this.#everyMs;
  }
}

// The interval is only what wakes the heart, every millisecond; the schedule says whether it beats.
export function startHeartbeat(everyMs: number, beat: (lateMs: number) => void): () => void {
  const schedule = new Schedule(everyMs);
  const timer = setInterval(() => {
    const { lateMs } = schedule;
    if (lateMs < 0) return;
    schedule.skipWhatIsDue();
    beat(lateMs);
  }, 1);
  return () => clearInterval(timer);
}

function* compute(pieces: readonly Piece[], everyMs: number): Generator<'a beat is due'> {
  const schedule = new Schedule(everyMs);
  for (const piece of pieces) {
    piece();
    if (schedule.lateMs < 0) continue;
    yield 'a beat is due';
    schedule.skipWhatIsDue();
  }
}

export async function computePath(pieces: readonly Piece[], everyMs: number): Promise<void> {
  for (const _ of compute(pieces, everyMs)) await new Promise((resolve) => setImmediate(resolve));
}
