import { once } from 'node:events';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { createTilePool } from './offload.ts';

/** Draws a strip of the Mandelbrot set, with nothing but computing, and returns the number of its black dots. */
function drawTile(tile: number): number {
  let black = 0;
  for (let dot = 0; dot < 120_000; dot++) {
    const [x, y] = [-2 + (dot % 400) / 160, (tile + dot / 400 / 300) / 4];
    let [a, b, n] = [0, 0, 0];
    for (; n < 500 && a * a + b * b < 4; n++) [a, b] = [a * a - b * b + x, 2 * a * b + y];
    if (n === 500) black += 1;
  }
  return black;
}

/** Counts how often a heartbeat of 20 ms comes, and the longest pause between two of them. */
function listenToTheHeart(): () => string {
  let last = performance.now();
  let [beats, longest] = [0, 0];
  const heart = setInterval(() => {
    beats += 1;
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 20);
  return () => {
    clearInterval(heart);
    longest = Math.max(longest, performance.now() - last);
    return `heartbeats: ${beats}, longest pause: ${Math.round(longest)} ms`;
  };
}

const started = performance.now();
const say = (text: string): void => {
  console.log(`${String(Math.round(performance.now() - started)).padStart(5)} ms  ${text}`);
};

async function drawEverything(): Promise<void> {
  const tiles = [0, 1, 2, 3];
  let report = listenToTheHeart();
  say(`${tiles.length} tiles on the main thread`);
  const here = tiles.map(drawTile);
  say(`drawn: [${here}], ${report()}`);

  const threads = [new Worker(import.meta.filename), new Worker(import.meta.filename)];
  await Promise.all(threads.map((thread) => once(thread, 'message')));
  const draw = createTilePool(threads.length, async (worker, tile: number): Promise<number> => {
    say(`worker ${worker} begins tile ${tile}`);
    threads[worker]?.postMessage(tile);
    const [black] = await once(threads[worker] as Worker, 'message');
    return black;
  });
  report = listenToTheHeart();
  say('the same on 2 workers, and one more tile that nobody will wait for');
  const page = new AbortController();
  const there = tiles.map((tile) => draw(tile));
  const unwanted = draw(4, page.signal).catch((error: Error) => say(`tile 4: ${error.message}`));
  setTimeout(() => page.abort(new Error('scrolled away')), 50);
  say(`drawn: [${await Promise.all(there)}], ${report()}`);
  await unwanted;
  await Promise.all(threads.map((thread) => thread.terminate()));
}

if (isMainThread) await drawEverything();
else {
  parentPort?.on('message', (tile: number) => parentPort?.postMessage(drawTile(tile)));
  parentPort?.postMessage('ready');
}
