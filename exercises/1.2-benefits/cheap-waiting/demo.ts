import { createAlarmClock } from './cheap-waiting.ts';

const started = performance.now();
const elapsed = (): string => `${String(Math.round(performance.now() - started)).padStart(4)} ms`;
const armed = (): number =>
  process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

const clock = createAlarmClock();
let awake = 0;
const cars = Array.from({ length: 10_000 }, async (_, i) => {
  await clock.sleep(500 + (i % 10) * 250);
  awake += 1;
});

console.log(`${elapsed()}  10,000 cars are parked, timers armed: ${armed()}`);
const watch = async (): Promise<void> => {
  for (let second = 1; second <= 3; second++) {
    await clock.sleep(1_000);
    console.log(`${elapsed()}  ${awake} of them had to leave, timers armed: ${armed()}`);
  }
};
await Promise.all([...cars, watch()]);
console.log(`${elapsed()}  the car park is empty, timers armed: ${armed()}`);
