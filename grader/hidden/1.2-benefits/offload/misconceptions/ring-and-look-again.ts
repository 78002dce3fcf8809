export const misconception = {
  belief: {
    en: 'A worker that becomes free wakes the first who waits, and that one looks whether there is a free worker.',
    zh: '工作线程空出来时叫醒排在最前的等待者，由它去看有没有空闲的线程。',
  },
  refutation: {
    en: 'It looks a little later, and who asks in between finds the worker free and takes it: the one who has waited longest goes to the end of the queue. Hand the worker over, and nobody can come in between.',
    zh: '它要过一会儿才看，而其间有人来要，就发现线程空着，直接拿走：等得最久的反而回到队尾。应当把线程直接交给它，中间就插不进别人。',
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
  const waiting: (() => void)[] = [];
  const wakeNext = (): void => waiting.shift()?.();

  return (tile, signal) =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => reject(signal?.reason);
      const draw = async (): Promise<void> => {
        while (free.length === 0) await new Promise<void>((wake) => waiting.push(wake));
        if (signal?.aborted) return wakeNext();
        const worker = free.shift() as number;
        try {
          resolve(await drawOn(worker, tile));
        } catch (error) {
          reject(error);
        }
        signal?.removeEventListener('abort', giveUp);
        free.push(worker);
        wakeNext();
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp);
      void draw();
    });
}
