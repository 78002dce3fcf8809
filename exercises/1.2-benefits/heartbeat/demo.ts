import { computePath, startHeartbeat } from './heartbeat.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;

function compute(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const costs = Array.from({ length: 60 }, (_, i) => 5 + ((i * 37) % 60));
const total = costs.reduce((sum, ms) => sum + ms, 0);
console.log(
  `${costs.length} pieces of 5 to 64 ms, together ${total} ms; a beat is due every 100 ms`,
);

const stop = startHeartbeat(100, (lateMs) => {
  console.log(`${elapsed()}  beat, ${Math.round(lateMs)} ms late`);
});
await computePath(
  costs.map((ms) => () => compute(ms)),
  100,
);
stop();
console.log(`${elapsed()}  the path is done`);
