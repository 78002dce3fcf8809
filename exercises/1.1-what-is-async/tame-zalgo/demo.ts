import { createPriceLookup } from './tame-zalgo.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;
const log = (text: string): void => console.log(`${elapsed()}  ${text}`);

let fetches = 0;
const lookUp = createPriceLookup(async (item) => {
  fetches += 1;
  log(`  fetch ${fetches} of ${item}`);
  await new Promise((done) => setTimeout(done, 300));
  if (fetches === 1) throw new Error('no connection');
  return 120;
});

const scan = (item: string): Promise<void> =>
  new Promise((done) => {
    log(`scan "${item}"`);
    lookUp(item, (error, price) => {
      log(`  light off: ${error?.message ?? price}`);
      done();
    });
    log('  light on');
  });

for (const item of ['tea', 'tea', 'tea', '']) await scan(item);
