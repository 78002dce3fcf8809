export const misconception = {
  belief: {
    en: 'When the picture is there, the worker is free for the next tile.',
    zh: '图画好了，工作线程就空出来接下一张。',
  },
  refutation: {
    en: 'And when drawing fails, there is no picture, and your code forgets the worker. After as many failures as there are workers the pool stands still. Put the worker back in both cases: in `finally`.',
    zh: '画失败的时候没有图，你的代码就把这个线程忘了。失败的次数一达到线程的个数，整个池就停住了。两种情况都要放回线程：写在 `finally` 里。',
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
      const giveUp = (): void => {
        waiting.delete(begin);
        reject(signal?.reason);
      };
      const begin = async (worker: number): Promise<void> => {
        try {
          resolve(await drawOn(worker, tile));
          free.push(worker);
          handOut();
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(begin);
      handOut();
    });
}
