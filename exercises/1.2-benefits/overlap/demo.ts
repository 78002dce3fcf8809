import { downloadAll } from './overlap.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

const download = async (url: string): Promise<string> => {
  console.log(`${elapsed()}  start ${url}`);
  await new Promise((done) => setTimeout(done, 300));
  console.log(`${elapsed()}  end   ${url}`);
  return `text of ${url}`;
};

console.log(await downloadAll(['/news', '/weather', '/sport'], download));
console.log(`${elapsed()}  all three, each of them 300 ms`);
