export const misconception = {
  belief: {
    en: 'A listener for `abort` is enough: whoever gives up, I will hear of it.',
    zh: '监听 `abort` 就够了：不管谁放弃，我都会听到。',
  },
  refutation: {
    en: 'A signal fires once. When it was aborted before the call, the event is over and your listener waits for ever. Look at `signal.aborted` first.',
    zh: '信号只触发一次。如果在调用之前就已中止，事件早已过去，你的监听器只能永远等下去。应当先看 `signal.aborted`。',
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
        signal?.removeEventListener('abort', giveUp);
        free.push(worker);
        handOut();
      };
      signal?.addEventListener('abort', giveUp, { once: true });
      waiting.add(begin);
      handOut();
    });
}
