type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

/** Workers to be taken and given back; whoever has to wait may give up. */
class Workers {
  readonly #free: number[];
  readonly #waiting: ((worker: number) => void)[] = [];

  constructor(count: number) {
    this.#free = Array.from({ length: count }, (_, worker) => worker);
  }

  async take(aborted: Promise<never>): Promise<number> {
    const worker = this.#free.pop();
    if (worker !== undefined) return worker;
    const { promise, resolve } = Promise.withResolvers<number>();
    this.#waiting.push(resolve);
    try {
      return await Promise.race([promise, aborted]);
    } catch (error) {
      const place = this.#waiting.indexOf(resolve);
      if (place >= 0) this.#waiting.splice(place, 1);
      else this.giveBack(await promise);
      throw error;
    }
  }

  giveBack(worker: number): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#free.push(worker);
  }
}

// Straight on: take a worker, draw, give it back. The abort is a promise that everything else races against.
export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  const pool = new Workers(workers);

  const drawAndGiveBack = async (worker: number, tile: Tile): Promise<Picture> => {
    try {
      return await drawOn(worker, tile);
    } finally {
      pool.giveBack(worker);
    }
  };

  return async (tile, signal) => {
    const { promise: aborted, reject } = Promise.withResolvers<never>();
    aborted.catch(() => {});
    const giveUp = (): void => reject(signal?.reason);
    signal?.addEventListener('abort', giveUp);
    try {
      signal?.throwIfAborted();
      const worker = await pool.take(aborted);
      return await Promise.race([drawAndGiveBack(worker, tile), aborted]);
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
}
