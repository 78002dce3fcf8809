export const misconception = {
  belief: {
    en: 'When the signal aborts, the tile is over, so its worker is free for the next one.',
    zh: '信号一中止，这张图块就结束了，它的工作线程可以接下一张。',
  },
  refutation: {
    en: 'The caller has stopped waiting; the worker has not stopped computing. It is busy until `drawOn` settles. Tell the caller at once, and put the worker back only then.',
    zh: '停下来的是调用者的等待，不是线程的计算。在 `drawOn` 有结果之前，它一直忙着。应当立刻告诉调用者，但等到那时才放回线程。',
  },
  read: '1.2-benefits',
};

type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  const free = Array.from({ length: workers }, (_, worker) => worker);
  const waiting = new Set<(worker: number) => Promise<void>>();

  const handOut = (): void => {
    for (const begin of waiting) {
      const worker = free.shift();
      if (worker === undefined) return;
      waiting.delete(begin);
      void begin(worker);
    }
  };

  return (tile, signal) =>
    new Promise((resolve, reject) => {
      let mine: number | undefined;
      const giveBack = (): void => {
        if (mine === undefined) return;
        free.push(mine);
        mine = undefined;
        handOut();
      };
      const giveUp = (): void => {
        waiting.delete(begin);
        reject(signal?.reason);
        giveBack();
      };
      const begin = async (worker: number): Promise<void> => {
        mine = worker;
        try {
          resolve(await drawOn(worker, tile));
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
        giveBack();
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(begin);
      handOut();
    });
}
