import { setTimeout as sleep } from 'node:timers/promises';
import { createCache } from './single-flight.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

let readings = 0;
const read = async (sensor: string): Promise<number> => {
  readings += 1;
  const reading = readings;
  console.log(`${elapsed()}  reading ${reading} of ${sensor} starts`);
  await sleep(200);
  if (reading === 2) throw new Error('no answer');
  return 20 + reading;
};

const cache = createCache(read, 500);
const show = async (who: string): Promise<void> => {
  const text = await cache.get('soil').then(String, (error: Error) => error.message);
  console.log(`${elapsed()}  ${who}: ${text}`);
};

console.log(`${elapsed()}  three ask at once`);
await Promise.all([show('screen'), show('alarm'), show('log')]);
await sleep(100);
console.log(`${elapsed()}  100 ms later the value is still fresh`);
await show('screen');
cache.forget('soil');
console.log(`${elapsed()}  forgotten; the next reading fails, the one after it does not`);
await show('screen');
await show('screen');
await sleep(600);
console.log(`${elapsed()}  600 ms later the value is stale`);
await show('screen');
