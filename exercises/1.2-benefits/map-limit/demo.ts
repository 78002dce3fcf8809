import { convertAll } from './map-limit.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

const convert = async (ms: number): Promise<string> => {
  console.log(`${elapsed()}  begin the picture of ${ms} ms`);
  await new Promise((done) => setTimeout(done, ms));
  console.log(`${elapsed()}  end   the picture of ${ms} ms`);
  return `print of ${ms} ms`;
};

console.log(await convertAll([900, 300, 301, 302], 2, convert));
console.log(`${elapsed()}  two machines: about 900 ms, the slow picture beside the three others`);
