export const misconception = {
  belief: {
    en: 'With `{ once: true }` the listener goes away by itself.',
    zh: '有了 `{ once: true }`，监听器自己会消失。',
  },
  refutation: {
    en: 'It goes away when the signal aborts, and most signals never do. Then every tile leaves a listener on the signal of its page, with everything that the listener refers to. Remove it when the tile is done.',
    zh: '它要等信号中止才消失，而大多数信号永远不会中止。于是每张图块都在页面的信号上留下一个监听器，连同它引用的一切。图块有了结果，就把它移除。',
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
        } catch (error) {
          reject(error);
        }
        free.push(worker);
        handOut();
      };
      if (signal?.aborted) return giveUp();
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(begin);
      handOut();
    });
}
