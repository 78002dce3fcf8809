export const misconception = {
  belief: {
    en: 'Racing the picture against the abort is enough: the caller gets the rejection, and the tile is forgotten.',
    zh: '让图和中止赛跑就够了：调用者得到拒绝，图块也就被忘掉了。',
  },
  refutation: {
    en: 'The caller has forgotten it, the queue has not. The tile is drawn later for nobody, and somebody waits behind it. On abort, take it out of the queue.',
    zh: '忘掉它的是调用者，不是队列。以后它还是会被画出来，没有人要，后面却有人在等。中止时要把它从队列里取出。',
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
  const waiting: ((worker: number) => void)[] = [];

  const takeWorker = async (): Promise<number> => {
    const worker = free.shift();
    if (worker !== undefined) return worker;
    return new Promise((handOver) => waiting.push(handOver));
  };
  const giveBack = (worker: number): void => {
    const handOver = waiting.shift();
    if (handOver) handOver(worker);
    else free.push(worker);
  };
  const draw = async (tile: Tile): Promise<Picture> => {
    const worker = await takeWorker();
    try {
      return await drawOn(worker, tile);
    } finally {
      giveBack(worker);
    }
  };

  return async (tile, signal) => {
    signal?.throwIfAborted();
    if (!signal) return draw(tile);
    const aborted = Promise.withResolvers<never>();
    const giveUp = (): void => aborted.reject(signal.reason);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([draw(tile), aborted.promise]);
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  };
}
