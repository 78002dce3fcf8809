export const misconception = {
  belief: {
    en: 'A tile that was given up stays in the queue with a mark. When its turn comes I see the mark and do nothing.',
    zh: '放弃的图块做个标记留在队列里。轮到它时，看到标记就什么也不做。',
  },
  refutation: {
    en: 'Its turn came with a worker in hand. When you do nothing, that worker is neither busy nor free, and nobody behind the tile gets it. Skip marked tiles before you take a worker, or hand it to the next.',
    zh: '轮到它的时候，手里已经拿着一个线程。什么也不做，这个线程就既不忙也不闲，后面的谁也得不到它。要在拿线程之前跳过有标记的，或者把线程交给下一个。',
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
  const waiting: ((worker: number) => Promise<void>)[] = [];

  const handOut = (): void => {
    while (free.length > 0 && waiting.length > 0) void waiting.shift()?.(free.shift() as number);
  };

  return (tile, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => reject(signal?.reason);
      const begin = async (worker: number): Promise<void> => {
        if (signal?.aborted) return;
        try {
          resolve(await drawOn(worker, tile));
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
        free.push(worker);
        handOut();
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.push(begin);
      handOut();
    });
}
