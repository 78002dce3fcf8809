import { todo } from '#course';

/** Draws a tile on one of the workers, which are numbered from 0. A worker can draw one tile at a time. */
export type DrawOn<Tile, Picture> = (worker: number, tile: Tile) => Promise<Picture>;

/**
 * Asks for a tile. Resolves with its picture, or rejects with what drawing it failed with, as soon as that is known.
 *
 * When `signal` aborts, it rejects at once with the signal's reason. A tile that was waiting, or is asked for with a
 * signal that is aborted already, is never drawn. One that is being drawn cannot be stopped: its worker is busy until it
 * is done. All failures are rejections: the call itself never throws.
 */
export type Draw<Tile, Picture> = (tile: Tile, signal?: AbortSignal) => Promise<Picture>;

/**
 * Lets tiles be drawn on other cores, as they are asked for.
 *
 * A free worker, any of them, begins a tile at once. While all are busy, tiles wait in the order of the calls, and a
 * worker that becomes free begins the first of them at once. A failure frees the worker like a success, also when `drawOn`
 * throws instead of rejecting. When a tile is done, no listener of it stays on its signal. Any value can be a tile.
 *
 * @param workers how many there are: a whole number, 1 or more
 */
export function createTilePool<Tile, Picture>(
  workers: number,
  drawOn: DrawOn<Tile, Picture>,
): Draw<Tile, Picture> {
  todo();
}
