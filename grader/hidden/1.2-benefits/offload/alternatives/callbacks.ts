type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

interface Job<Tile> {
  tile: Tile;
  settle: (how: () => void) => void;
  resolve: (picture: unknown) => void;
  reject: (reason: unknown) => void;
}

// No async, no await: whoever is done starts the next one. A job that is settled while it waits is filtered out.
export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  const isBusy: boolean[] = new Array(workers).fill(false);
  let queue: Job<Tile>[] = [];

  function begin(worker: number, job: Job<Tile>): void {
    isBusy[worker] = true;
    const done = (how: () => void): void => {
      job.settle(how);
      isBusy[worker] = false;
      next();
    };
    new Promise((resolve) => resolve(drawOn(worker, job.tile))).then(
      (picture) => done(() => job.resolve(picture)),
      (reason: unknown) => done(() => job.reject(reason)),
    );
  }

  function next(): void {
    const worker = isBusy.indexOf(false);
    if (worker < 0) return;
    const job = queue.shift();
    if (!job) return;
    begin(worker, job);
    next();
  }

  return (tile, signal) => {
    if (signal?.aborted) return Promise.reject(signal.reason);
    return new Promise<Picture>((resolve, reject) => {
      let isOpen = true;
      const job: Job<Tile> = {
        tile,
        settle(how) {
          if (!isOpen) return;
          isOpen = false;
          signal?.removeEventListener('abort', giveUp);
          how();
        },
        resolve: resolve as (picture: unknown) => void,
        reject,
      };
      function giveUp(): void {
        queue = queue.filter((other) => other !== job);
        job.settle(() => reject(signal?.reason));
      }
      signal?.addEventListener('abort', giveUp);
      queue.push(job);
      next();
    });
  };
}
