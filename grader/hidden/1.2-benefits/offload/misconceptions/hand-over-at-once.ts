export const misconception = {
  belief: {
    en: 'A worker has a queue of messages of its own, so I can hand over every tile at once and need none.',
    zh: '工作线程自己就有消息队列，所以每张图块都可以立刻交过去，我不需要队列。',
  },
  refutation: {
    en: 'What lies in the queue of a worker cannot be taken back, and it waits there even when another worker has nothing to do. Keep the queue on your side and hand over one tile at a time.',
    zh: '放进线程队列里的东西收不回来，而且即使别的线程无事可做，它也在那里等着。队列要留在自己这边，一次只交出一张图块。',
  },
  read: '1.2-benefits',
};

type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;
type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  let asked = 0;
  return (tile, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => reject(signal?.reason);
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      const draw = async (): Promise<void> => {
        try {
          resolve(await drawOn(asked++ % workers, tile));
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
      };
      void draw();
    });
}
