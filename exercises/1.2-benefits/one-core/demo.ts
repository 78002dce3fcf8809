import { type PageRequest, predictMakespan, predictMakespanOn } from './one-core.ts';

const page: PageRequest = { parseMs: 50, queryMs: 400, renderMs: 100 };
const requests = [page, page, page, page];
const predicted = predictMakespan(requests);

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

function compute(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function serve({ parseMs, queryMs, renderMs }: PageRequest, name: string): Promise<void> {
  compute(parseMs);
  console.log(`${elapsed()}  ${name} is parsed, its query leaves`);
  await new Promise((done) => setTimeout(done, queryMs));
  compute(renderMs);
  console.log(`${elapsed()}  ${name} is rendered`);
}

await Promise.all(requests.map((request, i) => serve(request, 'abcd'[i] ?? '')));
console.log(`${elapsed()}  all is done; you predicted ${predicted} ms for one core`);
for (const workers of [2, 4, 64]) {
  console.log(`         ${predictMakespanOn(requests, workers)} ms on ${workers} cores, you say`);
}
