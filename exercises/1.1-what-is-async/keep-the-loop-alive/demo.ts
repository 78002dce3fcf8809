import { sumReceipts } from './keep-the-loop-alive.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(5)} ms`;

/** Keeps the thread busy for 2 ms: real work, not waiting. */
const price = (cents: number): number => {
  const end = performance.now() + 2;
  while (performance.now() < end);
  return cents;
};

let due = started + 100;
const heartbeat = setInterval(() => {
  const lateMs = Math.round(performance.now() - due);
  console.log(`${elapsed()}  heartbeat${lateMs > 50 ? `, ${lateMs} ms late` : ''}`);
  due = performance.now() + 100;
}, 100);

const receipts = Array.from({ length: 500 }, (_, i) => i + 1);
console.log(`${elapsed()}  500 receipts, 2 ms each`);
const total = await sumReceipts(receipts, 10, price);
console.log(`${elapsed()}  the total is ${total}, expected 125250`);
setTimeout(() => clearInterval(heartbeat), 150);
