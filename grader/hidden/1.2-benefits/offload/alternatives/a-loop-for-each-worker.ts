type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

interface Job<Tile, Picture> {
  tile: Tile;
  signal: AbortSignal | undefined;
  result: PromiseWithResolvers<Picture>;
}

// Each worker is a loop that takes the next job, or waits for one. Jobs that were given up are skipped where they lie.
export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  const jobs: Job<Tile, Picture>[] = [];
  const idle: (() => void)[] = [];

  const work = async (worker: number): Promise<never> => {
    for (;;) {
      const job = jobs.shift();
      if (!job) {
        await new Promise<void>((goOn) => idle.push(goOn));
        continue;
      }
      if (job.signal?.aborted) continue;
      try {
        job.result.resolve(await drawOn(worker, job.tile));
      } catch (error) {
        job.result.reject(error);
      }
    }
  };
  for (let worker = 0; worker < workers; worker++) void work(worker);

  return async (tile, signal) => {
    signal?.throwIfAborted();
    const result = Promise.withResolvers<Picture>();
    const giveUp = (): void => result.reject(signal?.reason);
    signal?.addEventListener('abort', giveUp, { once: true });
    jobs.push({ tile, signal, result });
    idle.shift()?.();
    try {
      return await result.promise;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
}
