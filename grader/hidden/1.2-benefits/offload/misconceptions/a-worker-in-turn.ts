export const misconception = {
  belief: {
    en: 'Give the tiles to the workers in turn, 0, 1, 0, 1, and let each worker draw its own tiles one after the other. That shares the work evenly.',
    zh: '把图块轮流分给各个工作线程，0、1、0、1，每个线程逐一画完自己的。这样活就分得平均。',
  },
  refutation: {
    en: 'It shares the number of tiles, not the time. Behind a slow tile others wait though another worker is free. Decide who draws a tile when a worker is free, not when it is asked for.',
    zh: '平均的是图块的数量，不是时间。排在慢图块后面的只能等着，尽管别的线程空着。应当在有线程空出来时才决定由谁来画，而不是在有人要图块时。',
  },
  read: '1.2-benefits',
};

type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  const lines: Promise<unknown>[] = Array.from({ length: workers }, () => Promise.resolve());
  let asked = 0;
  return (tile, signal) => {
    const worker = asked++ % workers;
    return new Promise((resolve, reject) => {
      const giveUp = (): void => reject(signal?.reason);
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      lines[worker] = (lines[worker] as Promise<unknown>).then(async () => {
        if (signal?.aborted) return;
        try {
          resolve(await drawOn(worker, tile));
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
      });
    });
  };
}
